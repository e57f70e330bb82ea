import type { Locale } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { isLate } from '@/lib/base/time/late'
import { detailed } from '@/lib/casework/tasks/detail'
import { spell } from '@/lib/engines/clocks/spell'
import type { Phrase } from '@/lib/engines/clocks/types'

export type DueWords = Phrase & { tone: 'fine' | 'soon' | 'late'; used: number }

const SOON_MS = 4 * 3_600_000

/**
 * A due date in a list: words, tone and how much of the time is used (0 to 100). All in ms. The instant itself comes
 * from the clocks and is kept on the row; pages about one referral or case read the clock in full. PURE.
 */
export function dueWords({ due, since }: { due: number; since: number | null }, now: number): DueWords {
  if (isLate(due, now)) return { ...phrase('clocks.late', spell('late', now - due)), tone: 'late', used: 100 }
  const used = since === null || since >= due ? 0 : Math.round((100 * (now - since)) / (due - since))
  const tone = due - now <= SOON_MS || used >= 75 ? 'soon' : 'fine'
  return { ...phrase('clocks.left', spell('left', due - now)), tone, used: Math.min(100, Math.max(0, used)) }
}

const phrase = (key: Phrase['key'], values: Phrase['values']): Phrase => ({ key, values })

type Words = { t: Translate; locale: Locale }

/** What a task asks, by its name in a list (`taskNamed`). PURE. */
export function taskName(named: string, words: Words): string {
  const [kind = '', detail] = named.split('-')
  const { t } = words
  const known = wordingOf(t, `queue.task.${named}`, wordingOf(t, `queue.task.${kind}`, t('queue.ask.task')))
  return detailed(kind, detail, known, words)
}

/** What a duty asks, in the same words on the home page and on the case. */
export const dutyName = (kind: string, words: Words): string =>
  kind.startsWith('task-')
    ? taskName(kind.slice(5), words)
    : wordingOf(words.t, `work.due.${kind}`, words.t('work.due.other'))
