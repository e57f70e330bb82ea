import { RadioGroup } from '@/app/_ui/choices'
import { partnerName } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { reasonWords } from '@/lib/desks/directory/words'
import type { ServiceView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ServiceView; chosen: string | undefined }

/** Whoever offers this need from here: open, near and fast first, each with what speaks for and against it; the first is chosen until somebody chooses. */
export function PartnerChoice({ page, view, chosen }: Props) {
  const { t, locale } = page
  const error = view.draft?.errors.entry
  const best = view.entries.find((entry) => entry.choosable)?.id
  const before = view.draft?.values.entry?.toString() ?? chosen ?? view.entryId ?? best
  return (
    <RadioGroup
      name="entry"
      one
      label={t('referrals.entry.label')}
      hint={t('referrals.entry.hint')}
      value={before}
      error={error && errorText(t, 'referrals', 'entry', error)}
      options={view.entries.map((entry) => ({
        value: entry.id,
        label: (
          <>
            <b>{partnerName(entry.partner, locale)}</b> · {entry.place}
          </>
        ),
        hint: reasonWords(entry, { t, locale }).join(' · '),
        disabled: !entry.choosable,
      }))}
    />
  )
}
