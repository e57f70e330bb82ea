import { Clock } from '@/app/_ui/clock'
import type { Translate } from '@/lib/base/i18n/translate'
import type { Clock as Reading } from '@/lib/engines/clocks/types'
import { barOf, clockWords, holidayWarning, toneOf } from '@/lib/engines/clocks/words'

const tones = { good: 'good', calm: 'fine', soon: 'soon', late: 'late' } as const

/** A clock of the engine as words and a bar. */
export function ClockView({
  clock,
  t,
  detail,
}: {
  clock: Reading
  t: Translate
  detail?: string | undefined
}) {
  const { key, values } = clockWords(clock)
  const warning = holidayWarning(clock)
  const said = [detail, warning && t(warning.key, warning.values)].filter(Boolean).join(' · ')
  return (
    <Clock
      words={t(key, values)}
      detail={said || undefined}
      tone={tones[toneOf(clock)]}
      used={barOf(clock)}
    />
  )
}
