import { RadioGroup } from '@/app/_ui/choices'
import type { Translate } from '@/lib/base/i18n/translate'
import { NOT_ACCESSED_REASONS } from '@/lib/casework/referrals/machine/reasons'
import type { Draft } from '@/lib/platform/gate/drafts'

/** Why the person did not get the service, as far as the agency knows. */
export function AbsenceField({ draft, t }: { draft?: Draft | undefined; t: Translate }) {
  return (
    <RadioGroup
      name="absence"
      label={t('inbox.absence.label')}
      value={draft?.values.absence?.toString()}
      error={draft?.errors.absence && t('inbox.absence.required')}
      options={NOT_ACCESSED_REASONS.map((value) => ({
        value,
        label: t(`referrals.reason.report-not-accessed.${value}`),
      }))}
    />
  )
}
