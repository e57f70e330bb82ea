import { FormField } from '@/app/_frame/form-fields'
import { Note } from '@/app/_ui/note'
import { partnerName } from '@/lib/base/codes/codes'
import { dayText, isoDayOf } from '@/lib/base/time/days'
import { verifyForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareVerb } from '@/lib/desks/referral/prepare-verb'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { ToldElsewhere } from '../told-elsewhere'
import { VerbFrame } from '../verb-frame'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

const leads = {
  COMPLETED: 'referrals.verify-page.lead',
  CONTESTED: 'referrals.verify-page.lead.CONTESTED',
  NOT_ACCESSED: 'referrals.verify-page.lead.NOT_ACCESSED',
} as const
const isAsked = (state: string): state is keyof typeof leads => Object.hasOwn(leads, state)

/** What the person says of the service, and of harm. A "no" to what was reported asks what they want. */
export default async function VerifyPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.verify', roles: caseRoles }, (reading) =>
    prepareVerb(reading, id, { verb: 'verify', form: 'referral.verify', query }),
  )
  const { t, locale, view, actor } = page
  const partner = partnerName(view.partner, locale)
  const values = { askedOn: dayText(isoDayOf(actor.now)) }
  const field = { form: verifyForm, draft: view.draft, values, t, locale }
  const reported = view.state === 'COMPLETED'
  return (
    <VerbFrame
      page={page}
      view={view}
      form={verifyForm}
      title={t('referrals.verify-page.title')}
      lead={t(leads[isAsked(view.state) ? view.state : 'COMPLETED'], { partner })}
      verb="verify"
      button={t('referrals.verify-page.button')}
    >
      <Note>
        <b>{t('referrals.verify-page.first')}</b> {t('referrals.verify-page.first.more')}
      </Note>
      <FormField name="received" {...field} />
      {reported && (
        <>
          <p className="hint">{t('referrals.verify-page.no', { partner })}</p>
          <FormField name="wanted" {...field} />
          <FormField name="untold" {...field} />
        </>
      )}
      <FormField name="satisfied" {...field} />
      <p className="hint">{t('referrals.verify-page.harm.more')}</p>
      <FormField name="harm" {...field} />
      <FormField name="harmWords" {...field} />
      <ToldElsewhere partner={partner} t={t} />
      <FormField name="askedOn" {...field} />
      <FormField name="note" {...field} />
    </VerbFrame>
  )
}
