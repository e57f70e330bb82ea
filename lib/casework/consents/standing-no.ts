import { isCode } from '@/lib/base/codes/codes'
import { lists } from '@/lib/base/codes/lists'
import type { ConsentRow } from './cover'
import { newestFirst, saidAt } from './newest'
import { type About, isNo, speaksOf } from './question'
import { CONSENT_SETTINGS } from './rule-book'

/**
 * A capable adult's no stands, also in danger. PURE; `app.passes_over_no` in the database says the same.
 *   overruledBy(row, rows, about, child)   the no that an answer given in their place would pass over
 * Only their own later yes lifts it. Whoever takes a yes back says no themselves, whoever gave the yes. The age is that
 * of the moment of the no: an age lowered since removes nothing. Whoever doubts since that they can decide says so with a
 * coded reason, on the answer itself: it then goes before whoever confirms, together with the no. A legal duty asks nobody,
 * so it passes over nobody.
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

const endedByColleague = ({ confirmation, withdrawnAt }: Row): boolean =>
  confirmation?.says === 'NO' && withdrawnAt !== null && withdrawnAt <= confirmation.at

/** What the person said themselves. An answer that ended with a colleague's no was ended by the colleague; taken back later, by the person. */
function own(row: Row): boolean {
  if (row.status === 'REFUSED') return !inTheirPlace.includes(row.giver)
  return isNo(row) ? !endedByColleague(row) : row.giver === 'SELF'
}

/** Taking back is an act of its moment: the answer's own situation says nothing about it. */
const able = ({ status, situation }: Row): boolean =>
  status !== 'REFUSED' || (situation.capacity ?? 'CAN') === 'CAN'

/** Their own noes that nothing of theirs has lifted since, newest first. */
const standing = <R extends Row>(rows: readonly R[], about: About): R[] => {
  const said = rows.filter((row) => own(row) && speaksOf(row, about)).sort(newestFirst)
  const lifted = said.findIndex((row) => !isNo(row))
  return said.slice(0, lifted < 0 ? said.length : lifted).filter(able)
}

/** How old the person was held to be when it was said; nothing where nobody noted it. */
function heldFor({ situation }: Row): 'ADULT' | 'CHILD' | null {
  const min = lists.age_group.find(({ code }) => code === situation.ageGroup)?.min
  if (min === undefined) return null
  return min >= CONSENT_SETTINGS.adult_from ? 'ADULT' : 'CHILD'
}

/** Of somebody who is a child today: what they said as an adult, and where nobody noted it, until somebody answers for the child. */
const bindsForChild = (no: Row, { legalBasis }: Pick<Answer, 'legalBasis'>): boolean =>
  heldFor(no) === 'ADULT' || (heldFor(no) === null && legalBasis !== 'CONSENT')

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
export function overruledBy<R extends Row>(
  answer: Answer,
  rows: readonly R[],
  about: About,
  child = false,
): R | undefined {
  if (!inPlaceOf(answer) || doubtIn(answer) !== null) return undefined
  return standing(rows, about).find((no) => !child || bindsForChild(no, answer))
}

/** The newest no about this partner and service, whoever said it: what check page and supervisor are shown. */
export const lastNo = <R extends Row>(rows: readonly R[], about: About): R | undefined =>
  rows.filter((row) => isNo(row) && speaksOf(row, about)).sort((a, b) => saidAt(b) - saidAt(a))[0]
