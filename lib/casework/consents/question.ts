import { coversCode } from '@/lib/base/codes/codes'
import type { ConsentRow } from './cover'

/**
 * When two answers are about the same thing. PURE; `app.same_question` in the database says the same.
 *   speaksOf(row, about)      whether this answer decides on that partner and service
 *   endedByNo(no, yes)        whether a no ends what an earlier yes began
 * Purposes that carry a service are one question, whichever name an answer was written under. A no reaches as far as its
 * words: a heading is a no to every service below it, no service is a no to all, no partner a no to everybody. A yes has
 * to name partner and service; a purpose that is itself the service may leave it open.
 */
export const SHARING = ['REFERRAL', 'TRACING', 'RETURN'] as const
export type Sharing = (typeof SHARING)[number]

export const isSharing = (purpose: string): purpose is Sharing =>
  (SHARING as readonly string[]).includes(purpose)

/** The heading of services that a purpose is itself about. */
const OWN: Readonly<Record<Sharing, string | null>> = { REFERRAL: null, TRACING: 'FTR', RETURN: 'RETURN' }

type Said = Pick<ConsentRow, 'purpose' | 'partner' | 'service' | 'status' | 'withdrawnAt'>
export type About = { purpose: string; partner: string | null; service: string | null }

export const isNo = ({ status, withdrawnAt }: Pick<Said, 'status' | 'withdrawnAt'>): boolean =>
  status === 'REFUSED' || status === 'WITHDRAWN' || withdrawnAt !== null

/** The services an answer is about: one, all below a heading, or every one. */
const reachOf = ({ purpose, service }: Pick<About, 'purpose' | 'service'>): string | null =>
  service ?? (isSharing(purpose) ? OWN[purpose] : null)

const covers = (wide: string | null, one: string | null): boolean =>
  wide === null || (one !== null && coversCode('service_type', wide, one))

const sameKind = (a: string, b: string): boolean => a === b || (isSharing(a) && isSharing(b))

export function speaksOf(row: Said, about: About): boolean {
  if (!sameKind(row.purpose, about.purpose)) return false
  if (!isSharing(row.purpose)) return row.partner === about.partner || (row.partner === null && isNo(row))
  const asked = reachOf(about)
  if (isNo(row)) return (row.partner === null || row.partner === about.partner) && covers(reachOf(row), asked)
  if (row.partner !== about.partner) return false
  return row.service === null
    ? OWN[row.purpose] !== null && covers(OWN[row.purpose], asked)
    : row.service === asked
}

/** A narrower no ends a wider yes too: what is left of it has to be asked for anew. */
export function endedByNo(no: About, yes: About): boolean {
  if (!sameKind(no.purpose, yes.purpose)) return false
  if (no.partner !== null && no.partner !== yes.partner) return false
  const [said, given] = [reachOf(no), reachOf(yes)]
  return covers(said, given) || covers(given, said)
}
