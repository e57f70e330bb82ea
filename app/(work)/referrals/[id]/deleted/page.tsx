import { FormField } from '@/app/_frame/form-fields'
import { partnerName } from '@/lib/base/codes/codes'
import { deletedForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareVerb } from '@/lib/desks/referral/prepare-verb'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { VerbFrame } from '../verb-frame'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }
const action = 'referral.note-deleted'

/** The agency told us that nothing is left there: who, when, in which words. */
export default async function DeletedPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action, roles: caseRoles }, (reading) =>
    prepareVerb(reading, id, { verb: 'note-deleted', channel: 'PHONE', form: action, query }),
  )
  const { t, locale, view } = page
  return (
    <VerbFrame
      page={page}
      view={view}
      form={deletedForm}
      title={t('referrals.deleted.title', { partner: partnerName(view.partner, locale) })}
      lead={t('referrals.deleted.lead')}
      verb="deleted"
      button={t('forms.save')}
    >
      {(['channel', 'deletedBy', 'deletedOn', 'deletedWords'] as const).map((name) => (
        <FormField key={name} name={name} form={deletedForm} draft={view.draft} t={t} locale={locale} />
      ))}
    </VerbFrame>
  )
}
