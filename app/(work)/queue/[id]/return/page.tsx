import { FormField } from '@/app/_frame/form-fields'
import { QuestionPage } from '@/app/_frame/question-page'
import { RadioGroup } from '@/app/_ui/choices'
import { label, partnerName } from '@/lib/base/codes/codes'
import { RETURN_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { returnForm } from '@/lib/casework/referrals/verbs/decision-form'
import { prepareDecision } from '@/lib/desks/queue/prepare-decision'
import { queueHref } from '@/lib/desks/queue/view-queue'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

export default async function ReturnPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.return', roles: ['SUPERVISOR'] }, (reading) =>
    prepareDecision(reading, id, { verb: 'return', query }),
  )
  const { t, locale, view } = page
  const { draft } = view
  const partner = partnerName(view.partner, locale)
  const here = `${label('service_type', view.service, locale)}, ${partner}`
  return (
    <QuestionPage
      page={page}
      under="/queue"
      title={t('queue.return.title')}
      lead={t('queue.return.lead', { partner })}
      about={{ code: view.caseCode, href: queueHref(view.tab, { item: id }), here }}
      form={returnForm}
      draft={draft}
      action={`/api/v1/referrals/${id}/return`}
      version={view.version}
      fields={{ kind: view.tab }}
      button={t('queue.return.button')}
    >
      <RadioGroup
        name="reason"
        label={t('queue.reason.label')}
        value={draft?.values.reason?.toString()}
        error={draft?.errors.reason && t('queue.reason.required')}
        options={RETURN_REASONS.map((value) => ({ value, label: t(`referrals.reason.return.${value}`) }))}
      />
      <FormField name="comment" form={returnForm} draft={draft} t={t} locale={locale} />
    </QuestionPage>
  )
}
