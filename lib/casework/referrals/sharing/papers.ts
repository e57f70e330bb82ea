import type { Cover } from './cover'
import type { Paper } from './fact-values'
import { profileOf, type ServiceCode } from './need-profiles'

/** More than this nobody reads out, and nobody listens to. */
export const MOST_PAPERS = 5

/** A voice tells a story, and whoever speaks is known by it: sounds stay here. */
export const GOING_FORMATS: readonly string[] = ['JPEG', 'PDF']

/** Tell of health or of a case at court: only to those who treat or defend. */
const CLOSE: readonly string[] = ['MEDICAL', 'COURT']
/** What our own office made with the person is no paper of theirs. */
const OURS: readonly string[] = ['CONSENT', 'RECEIPT']

/** May this kind of paper go to this service? By the same line that decides about labels. PURE. */
export const mayGoAlong = (service: ServiceCode, { kind, format }: Pick<Paper, 'kind' | 'format'>): boolean =>
  GOING_FORMATS.includes(format) &&
  !OURS.includes(kind) &&
  (profileOf(service).labels || !CLOSE.includes(kind))

/** What went along once, and on which yes. */
export type WentAlong = { consent: string; document: string }

/**
 * A yes that stands is for the papers it was given for: one that did not go along with it is asked about. PURE.
 */
export function coverOfPapers(cover: Cover, papers: readonly Paper[], went: readonly WentAlong[]): Cover {
  if (!cover.ok) return cover
  const known = papers.every(({ id }) =>
    went.some(({ consent, document }) => consent === cover.consentId && document === id),
  )
  return known ? cover : { ok: false, missing: ['papers'], reason: 'FACTS_MISSING' }
}
