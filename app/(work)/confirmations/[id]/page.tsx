import { DraftNotice, FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { WorkPage } from '@/app/_frame/work-page'
import { Button, ButtonLink } from '@/app/_ui/button'
import { Facts } from '@/app/_ui/facts'
import { PostForm } from '@/app/_ui/form'
import { Narrow } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { confirmForm } from '@/lib/casework/consents/confirm-consent'
import { viewConfirmation } from '@/lib/desks/queue/view-confirmations'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { factsToConfirm } from '../confirm-words'
import { IfNot } from './if-not'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** One answer to confirm oneself: what is known of it, and one's own word. */
export default async function ConfirmationPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'consent.read-to-confirm', roles: caseRoles }, (reading) =>
    viewConfirmation(reading, id, query),
  )
  const { t, locale, view } = page
  const { row, draft, resting, item } = view
  const form = { form: confirmForm, draft, t, locale }
  return (
    <WorkPage page={page} title={t('consents.confirm.title')} under="/work">
      <Narrow>
        <DraftNotice {...form} />
        <div>
          <h1>{t('consents.confirm.title')}</h1>
          <p className="lead">{t('consents.confirm.lead')}</p>
        </div>
        <Note>{t(`consents.confirm.${row.kind}`)}</Note>
        <Facts facts={factsToConfirm(row, page)} />
        <IfNot resting={resting} page={page} />
        <PostForm action={`/api/v1/consents/${row.id}/confirm`} fields={{ ...hidden(), item }}>
          <FormField name="says" {...form} />
          <FormField name="unconfirmedFor" {...form} />
          <div className="field row">
            <Button>{t('consents.confirm.button')}</Button>
            <ButtonLink calm href="/confirmations">
              {t('forms.back')}
            </ButtonLink>
          </div>
        </PostForm>
      </Narrow>
    </WorkPage>
  )
}
