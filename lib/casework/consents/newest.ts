import type { ConsentRow } from '@/lib/casework/consents/cover'
import { type About, isNo, speaksOf } from './question'

/**
 * Of several answers the newest decides, for each purpose × recipient × service. PURE.
 *   newestAnswers(rows, on?) → one row a key      lists, slips, counts
 *   newestFor(rows, about, on?) → the row that decides for this purpose, recipient and service
 * Which answers are about the same thing stands in `question.ts`. A withdrawal is an answer of the moment it was said.
 */
type Answered = Pick<
  ConsentRow,
  'id' | 'purpose' | 'partner' | 'service' | 'status' | 'givenAt' | 'withdrawnAt'
>

/** When it was last spoken: given, or taken back. */
export const saidAt = ({ givenAt, withdrawnAt }: Pick<Answered, 'givenAt' | 'withdrawnAt'>): number =>
  Math.max(givenAt.getTime(), withdrawnAt?.getTime() ?? 0)

/** Newest first; of two said at the same moment the no comes first. */
export const newestFirst = (a: Answered, b: Answered): number =>
  saidAt(b) - saidAt(a) || Number(isNo(b)) - Number(isNo(a)) || (a.id < b.id ? -1 : 1)

const until = <R extends Answered>(rows: readonly R[], on: Date | undefined): R[] =>
  rows.filter(({ givenAt }) => on === undefined || givenAt <= on).sort(newestFirst)

const keyOf = ({ purpose, partner, service }: Answered): string =>
  `${purpose} ${partner ?? '-'} ${service ?? '-'}`

export function newestAnswers<R extends Answered>(rows: readonly R[], on?: Date): R[] {
  const newest = new Map<string, R>()
  for (const row of until(rows, on)) if (!newest.has(keyOf(row))) newest.set(keyOf(row), row)
  return [...newest.values()]
}

export const newestFor = <R extends Answered>(rows: readonly R[], about: About, on?: Date): R | undefined =>
  until(rows, on).find((row) => speaksOf(row, about))
