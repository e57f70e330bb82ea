import { textWarnings } from '@/lib/base/text/look'
import { liftsStop } from '@/lib/casework/cases/contact'
import type { FactKey } from '@/lib/casework/consents/facts'
import { type FactSource, factValue } from './fact-values'
import { type NeedContext, needToKnow } from './need-to-know'

/** Facts by which an agency can reach the person or meet them. */
const REACHING = ['phone', 'safe_contact', 'meeting_place'] as const

type Sharing = {
  leaving: readonly FactKey[]
  source: Pick<FactSource, 'safeContact'>
  /** The person, asked again, agrees that this agency calls. */
  agreed: boolean
}

/**
 * Whether an agency that reads these facts can reach the person without danger: at a place, by a number that may be
 * called, or in a way that says how. "May call" without a number, "through somebody" without saying whom, or a number
 * that nobody said may be called is no way. Else the team must tell the person when and where. PURE.
 */
export const canBeReached = ({ leaving, source: { safeContact }, agreed }: Sharing): boolean => {
  const { mode = '', detail = '' } = safeContact ?? {}
  if (leaving.includes('meeting_place')) return true
  if (leaving.includes('phone') && (agreed || liftsStop(mode))) return true
  if (!leaving.includes('safe_contact') || mode === 'NONE') return false
  return liftsStop(mode) ? textWarnings(detail).includes('PHONE') : detail !== ''
}

/** What is known, may go to this service, and would be a way if it were ticked as well. PURE. */
export function ticksThatReach(
  { leaving, source, agreed }: Sharing & { source: FactSource },
  context: NeedContext,
): FactKey[] {
  const open = REACHING.filter(
    (fact) =>
      !leaving.includes(fact) &&
      factValue(fact, source) !== undefined &&
      needToKnow(source.service, fact, context).rule !== 'never',
  )
  return open.filter((fact) => canBeReached({ leaving: [...leaving, fact], source, agreed }))
}
