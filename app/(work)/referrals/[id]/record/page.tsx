import { FormField } from '@/app/_frame/form-fields'
import { RadioGroup, SelectField } from '@/app/_ui/choices'
import { Columns } from '@/app/_ui/layout'
import { partnerName } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { DECLINE_REASONS } from '@/lib/casework/referrals/machine/reasons'
import { RECORDED, recordForm } from '@/lib/casework/referrals/verbs/forms'
import { prepareRecord } from '@/lib/desks/referral/prepare-verb'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { VerbFrame } from '../verb-frame'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

/** The partner's answer by telephone or on paper; only the questions of the answers that are possible now. */
export default async function RecordPage({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const page = await read({ action: 'referral.record', roles: caseRoles }, (reading) =>
    prepareRecord(reading, id, query),
  )
  const { t, locale, view } = page
  const { draft } = view
  const partner = partnerName(view.partner, locale)
  const may = (verb: (typeof RECORDED)[number]) => view.verbs.includes(verb)
  const field = (name: string) => (
    <FormField name={name} form={recordForm} draft={draft} t={t} locale={locale} />
  )
  const wrong = (name: string) =>
    draft?.errors[name] ? errorText(t, 'referrals', name, draft.errors[name]) : undefined
  return (
    <VerbFrame
      page={page}
      view={view}
      form={recordForm}
      title={t('referrals.record-page.title', { partner })}
      lead={t('referrals.record-page.lead')}
      verb="record"
      button={t('forms.save')}
    >
      <RadioGroup
        name="said"
        label={t('referrals.said.label')}
        value={draft?.values.said?.toString()}
        error={wrong('said')}
        options={RECORDED.filter(may).map((value) => ({ value, label: t(`referrals.said.${value}`) }))}
      />
      {field('channel')}
      {may('ask') && field('recordMessage')}
      {may('accept') && field('expectedOn')}
      {may('decline') && (
        <SelectField
          name="declineReason"
          label={t('referrals.declineReason.label')}
          value={draft?.values.declineReason?.toString()}
          error={wrong('declineReason')}
          blank={t('forms.choose')}
          options={DECLINE_REASONS.map((value) => ({ value, label: t(`referrals.reason.decline.${value}`) }))}
        />
      )}
      {may('complete') && (
        <Columns>
          {field('result')}
          {field('resultOn')}
        </Columns>
      )}
    </VerbFrame>
  )
}
