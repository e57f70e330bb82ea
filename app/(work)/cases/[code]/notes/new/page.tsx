import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { noteForm } from '@/lib/casework/notes/form'
import { prepareNote } from '@/lib/desks/case-file/view-notes'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

export default async function NewNotePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'note.prepare', roles: caseworkerRoles }, (reading) =>
    prepareNote(reading, code, query),
  )
  const { t, locale, view } = page
  const form = { form: noteForm, draft: view.draft, t, locale }
  return (
    <CaseFrame keeps head={view.head} page={page} title={t('notes.new.title')}>
      <Narrow>
        <DraftNotice {...form} />
        <div>
          <h2>{t('notes.new.title')}</h2>
          <p className="lead">{t('notes.new.lead')}</p>
        </div>
        <PostForm main action={`/api/v1/cases/${code}/notes`} fields={hidden()}>
          <FormFields {...form} only={['body', 'compartment', 'danger', 'metOn']} />
          <div className="field row">
            <Button>{t('notes.new.button')}</Button>
            <ButtonLink calm href={`/cases/${code}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
