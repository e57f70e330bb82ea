import { namesOne, type TextWarning, textWarnings } from '@/lib/base/text/look'
import { isToldNothing } from './fact-source'
import type { Preview } from './preview-queries'
import { canBeReached } from './reach-facts'

export type WordDoubt = 'NAME' | TextWarning

/** What the words of the need should not carry: the person's name, a label, a number. PURE. */
export function wordDoubts({ draft, person }: Pick<Preview, 'draft' | 'person'>): WordDoubt[] {
  const { given, family, alias } = person.identity
  const named = namesOne(draft.reasonText, [given, family, alias])
  return [...(named ? (['NAME'] as const) : []), ...textWarnings(draft.reasonText)]
}

export const isReachable = ({ leaving, source, draft }: Pick<Preview, 'leaving' | 'source' | 'draft'>) =>
  canBeReached({ leaving, source, agreed: draft.contactAgreed === true })

type Checked = {
  preview: Pick<Preview, 'draft' | 'person' | 'returned' | 'harms' | 'leaving' | 'source'>
  partner: string
  priority: string
  missing: string | undefined
  lastNo: unknown
}

/**
 * Whether somebody has to look once more before it can be sent: something is missing, in doubt, or to be decided. Where
 * nothing is, the check is the list itself, and needs no page of its own. What sending asks it asks either way. PURE.
 */
export function needsLook({ preview, partner, priority, missing, lastNo }: Checked): boolean {
  return (
    missing !== undefined ||
    lastNo !== undefined ||
    preview.returned !== null ||
    preview.harms.length > 0 ||
    // At once or by approval: that is decided on the page of the check.
    priority === 'EMERGENCY' ||
    wordDoubts(preview).length > 0 ||
    isToldNothing(preview.person.identity, partner) ||
    !isReachable(preview)
  )
}
