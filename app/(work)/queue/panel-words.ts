import { consentLine } from '@/app/_frame/consent-line'
import { lastNoWords } from '@/app/_frame/last-no'
import type { QueuePanel } from '@/lib/desks/queue/panel-queries'
import type { Page } from '@/lib/platform/gate/read'

type Words = Pick<Page<unknown>, 't' | 'locale'>

/** The newest no about the same, whatever the answer beside it says; nothing where none was said. */
export const noWords = ({ lastNo }: QueuePanel, words: Words): string | null =>
  lastNo ? lastNoWords(lastNo, words) : null

/** Who answered, how, when, until when, on which basis, and whether it was confirmed; then what it covers. */
export function consentWords({ consent, birth, facts }: QueuePanel, words: Words): string {
  const { t } = words
  if (!consent) return t('queue.panel.consent-none')
  return `${consentLine(consent, birth, words)} · ${t('queue.panel.consent-covers', { count: facts.length })}`
}
