import type { ConsentRow } from '@/lib/casework/consents/cover'

/**
 * Of several answers the newest decides, for each purpose × recipient × service. PURE.
 *   newestAnswers(rows, on?) → one row a key      lists, slips, counts
 *   newestFor(rows, about, on?) → the row that decides for this purpose, recipient and service
 * An answer without a service speaks of every service of its recipient, so a later "nothing to UNICEF" ends an earlier
 * yes for one service; a no without a recipient is said to everybody. A withdrawal is an answer of the moment it was said.
 */
type Answered = Pick<
  ConsentRow,
  'id' | 'purpose' | 'partner' | 'service' | 'status' | 'givenAt' | 'withdrawnAt'
>
export type About = { purposes: readonly string[]; partner: string | null; service: string | null }

const isNo = ({ status, withdrawnAt }: Answered): boolean =>
  status === 'REFUSED' || status === 'WITHDRAWN' || withdrawnAt !== null

const saidAt = ({ givenAt, withdrawnAt }: Answered): number =>
  Math.max(givenAt.getTime(), withdrawnAt?.getTime() ?? 0)

/** Newest first; of two said at the same moment the no comes first. */
const newestFirst = (a: Answered, b: Answered): number =>
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

export function newestFor<R extends Answered>(rows: readonly R[], about: About, on?: Date): R | undefined {
  return until(rows, on).find(
    (row) =>
      about.purposes.includes(row.purpose) &&
      (row.partner === about.partner || (row.partner === null && isNo(row))) &&
      (row.service === about.service || row.service === null),
  )
}
