import { Tick } from '@/app/_ui/choices'
import { Note } from '@/app/_ui/note'
import { errorText } from '@/lib/base/i18n/problem-words'
import type { CheckView } from '@/lib/desks/referral/wizard'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: CheckView }

/** The person was harmed at this service: whether they want to go back is asked before anything leaves. */
export function HarmFirst({ page: { t }, view }: Props) {
  const { harms } = view.preview
  if (harms.length === 0) return null
  const wrong = view.draft?.errors.harmAsked
  return (
    <>
      <Note tone="late" icon="warn">
        {t('referrals.harm-first', {
          kinds: harms.map((kind) => t(`harm.kind.${kind}`).toLocaleLowerCase()).join(', '),
        })}
      </Note>
      <Tick
        name="harmAsked"
        value="on"
        checked={view.draft?.values.harmAsked === 'on'}
        label={t('referrals.harmAsked.label')}
        error={wrong && errorText(t, 'referrals', 'harmAsked', wrong)}
      />
    </>
  )
}
