import { isCode } from '@/lib/base/codes/codes'
import type { ConsentRow } from './cover'
import { newestFirst, saidAt } from './newest'
import { type About, isNo, speaksOf } from './question'

/**
 * A capable adult's no stands, also in danger. PURE; `app.standing_no` in the database says the same.
 *   standingNo(rows, about)         the person's own no that nothing of theirs has lifted
 *   overruledBy(row, rows, about)   the no that an answer given in their place would pass over
 * Only their own later yes lifts it. Whoever doubts since that they can decide says so with a coded reason, on the answer
 * itself: it then goes before whoever confirms, together with the no. A legal duty asks nobody, so it passes over nobody.
 */
type Row = Pick<
  ConsentRow,
  | 'id'
  | 'purpose'
  | 'partner'
  | 'service'
  | 'status'
  | 'giver'
  | 'legalBasis'
  | 'reason'
  | 'situation'
  | 'givenAt'
  | 'withdrawnAt'
  | 'confirmation'
>

const inTheirPlace = ['PARENT', 'GUARDIAN', 'AUTHORITY']

/** What the person said themselves. An answer that a colleague did not confirm was ended by the colleague. */
const own = ({ status, giver, confirmation }: Row): boolean =>
  status === 'REFUSED' ? !inTheirPlace.includes(giver) : giver === 'SELF' && confirmation?.says !== 'NO'

const able = ({ situation }: Row): boolean => (situation.capacity ?? 'CAN') === 'CAN'

export function standingNo<R extends Row>(rows: readonly R[], about: About): R | undefined {
  const said = rows.filter((row) => own(row) && speaksOf(row, about)).sort(newestFirst)
  const lifted = said.findIndex((row) => !isNo(row))
  return said.slice(0, lifted < 0 ? said.length : lifted).find(able)
}

type Answer = Pick<Row, 'giver' | 'legalBasis' | 'reason'> & { situation: Partial<Record<string, string>> }

/** Whether somebody else decides here what the person would have to. */
export const inPlaceOf = ({ giver, legalBasis }: Pick<Answer, 'giver' | 'legalBasis'>): boolean =>
  giver !== 'SELF' && legalBasis !== 'LEGAL_OBL'

/** The recorded reason to doubt that the person can decide now. */
export function doubtIn({ reason, situation }: Pick<Answer, 'reason' | 'situation'>): string | null {
  const { capacity, doubt } = situation
  const code = [doubt, reason].find((one) => isCode('incapacity_reason', one))
  return code && (capacity === 'CANNOT' || capacity === 'FLUCTUATES') ? code : null
}

/** The no that this answer would pass over without a word on why; nothing where it passes over none. */
export function overruledBy<R extends Row>(answer: Answer, rows: readonly R[], about: About): R | undefined {
  return inPlaceOf(answer) && doubtIn(answer) === null ? standingNo(rows, about) : undefined
}

/** The newest no about this partner and service, whoever said it: what check page and supervisor are shown. */
export const lastNo = <R extends Row>(rows: readonly R[], about: About): R | undefined =>
  rows.filter((row) => isNo(row) && speaksOf(row, about)).sort((a, b) => saidAt(b) - saidAt(a))[0]
