import { Clock } from '@/app/_ui/clock'
import type { Translate } from '@/lib/base/i18n/translate'
import { dueWords } from '@/lib/desks/work/due-words'

type Props = { due: number; since: number | null; now: Date; t: Translate }

/** A due date of a list, in words and as a bar. */
export function DueClock({ due, since, now, t }: Props) {
  const { key, values, tone, used } = dueWords({ due, since }, now.getTime())
  return <Clock words={t(key, values)} tone={tone} used={used} />
}
