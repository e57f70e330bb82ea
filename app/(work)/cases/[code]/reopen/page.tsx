import { DraftNotice, FormFields } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { reopeners, reopenForm } from '@/lib/casework/endings/reopen-case'
import { prepareMove } from '@/lib/desks/case-file/prepare-closing'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame } from '../case-frame'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** The person is here again: the same file under the same code, with the reason. */
export default async function ReopenCasePage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'case.reopen', roles: reopeners }, (reading) =>
    prepareMove(reading, code, { move: 'reopen', query }),
  )
  const { t, locale, view } = page
  return (
    <CaseFrame keeps head={view.head} page={page} title={t('cases.reopen.title')}>
      <Narrow>
        <DraftNotice form={reopenForm} draft={view.draft} t={t} locale={locale} />
        <div>
          <h2>{t('cases.reopen.title')}</h2>
          <p className="lead">{t('cases.reopen.lead')}</p>
        </div>
        <PostForm
          main
          action={`/api/v1/cases/${code}/reopen`}
          fields={hidden(view.head.reach.record.version)}
        >
          <FormFields form={reopenForm} draft={view.draft} t={t} locale={locale} />
          <div className="field row">
            <Button>{t('cases.reopen.button')}</Button>
            <ButtonLink calm href={`/cases/${code}`}>
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </CaseFrame>
  )
}
