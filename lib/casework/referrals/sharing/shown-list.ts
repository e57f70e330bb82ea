import { createHash } from 'node:crypto'
import type { FactKey } from '@/lib/casework/consents/facts'
import type { ReferralRow } from '../reach/scope'
import { leavingFacts } from './payload'
import type { Preview } from './preview-queries'
import { keptTicks, withoutNames, withPapers } from './ticks'

type ShownTicks = { facts: FactKey[]; papers: string[]; withoutName: boolean; contactAgreed: boolean }
type Towards = Pick<ReferralRow, 'partnerCode' | 'service'>

/** The mark of a list as a page shows it: what leaves, word for word, to whom, for what. '' where nothing may leave. PURE. */
export function listMark({ payloads }: Pick<Preview, 'payloads'>, { partnerCode, service }: Towards): string {
  if (!payloads.ok) return ''
  const texts = [partnerCode, service, payloads.canonical1, payloads.canonical2]
  return createHash('sha256').update(texts.join('\n')).digest('base64url').slice(0, 32)
}

/** Whether the ticks of a page are those that are kept, so that what it showed is what leaves. PURE. */
export function sameTicks(
  { facts, papers, withoutName, contactAgreed }: ShownTicks,
  { source, leaving, ticked: tickedThen, draft }: Pick<Preview, 'source' | 'leaving' | 'ticked' | 'draft'>,
  kept: Pick<ReferralRow, 'withoutName'>,
): boolean {
  const ticked = keptTicks(withPapers(facts, papers))
  const chosen = tickedThen.includes('papers') ? (source.papers ?? []).map(({ id }) => id) : []
  const would = leavingFacts(source, withoutName ? withoutNames(ticked) : ticked)
  return (
    would.join() === leaving.join() &&
    papers.toSorted().join() === chosen.toSorted().join() &&
    withoutName === kept.withoutName &&
    contactAgreed === (draft.contactAgreed === true)
  )
}
