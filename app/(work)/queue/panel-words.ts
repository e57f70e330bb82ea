import { consentLine } from '@/app/_frame/consent-line'
import { lastNoWords } from '@/app/_frame/last-no'
import { label } from '@/lib/base/codes/codes'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import type { QueuePanel } from '@/lib/desks/queue/panel-queries'
import type { Page } from '@/lib/platform/gate/read'

type Words = Pick<Page<unknown>, 't' | 'locale'>

/** The newest no about the same, whatever the answer beside it says; nothing where none was said. */
export const noWords = ({ lastNo }: QueuePanel, words: Words): string | null =>
  lastNo ? lastNoWords(lastNo, words) : null

/** Who answered, how, when, until when, on which basis, and whether it was confirmed; then what it covers. */
export function consentWords(panel: QueuePanel, words: Words): string {
  const { consent, birth } = panel
  if (!consent) return words.t('queue.panel.consent-none')
  const line = consentLine(consent, birth, words)
  // What is listed below is what it covers; of a slip that ended nothing is listed.
  const count = listed(panel, words)
  return count > 0 ? `${line} · ${words.t('queue.panel.consent-covers', { count })}` : line
}

type Slips = Pick<QueuePanel, 'stage1' | 'stage2' | 'hidden'>

/** How many facts the slip below lists, closed ones too. PURE. */
export const listed = ({ stage1, stage2, hidden }: Slips, words: Words): number =>
  factWords(stage1 ?? {}, words).length + factWords(stage2 ?? {}, words).length + hidden.length

/** Papers that the slip names and that do not leave: they were taken away from the case since. '' where there are none. PURE. */
export function goneWords(gone: readonly string[], { t, locale }: Words): string {
  if (gone.length === 0) return ''
  return t('queue.leaves.gone', {
    papers: gone.map((kind) => label('document_kind', kind, locale)).join(t('queue.leaves.between')),
  })
}

/** A value longer than this is named in the prose and read on the slip. */
const SHORT = 80

/** The facts of both halves, each as a reader says it; closed ones, and `read` that stands beside, by their name alone. PURE. */
export function leavingWords(
  { stage1, stage2, hidden }: Slips,
  { t, locale }: Words,
  read = '',
): { atOnce: string; after: string } {
  const named = (fact: QueuePanel['hidden'][number]) => t(`referrals.fact.${fact}`).toLocaleLowerCase(locale)
  const said = (payload: QueuePanel['stage1']) =>
    factWords(payload ?? {}, { t, locale }).map(({ term, value }) => {
      const name = term.toLocaleLowerCase(locale)
      // The line has its own full stop.
      return value.length > SHORT || value === read
        ? name
        : t('queue.leaves.fact', { term: name, value: value.replace(/\.$/, '') })
    })
  const between = t('queue.leaves.between')
  return {
    atOnce: said(stage1).join(between),
    after: [...hidden.map(named), ...said(stage2)].join(between),
  }
}
