/** Whom help was for: the person, everybody of the household, or some of it. */
export const WHOM = ['PERSON', 'HOUSEHOLD', 'CHOSEN'] as const
export type Whom = (typeof WHOM)[number]

/** The people of a case as far as help asks for them: who is listed, and how many the person said they are. */
export type Listed = { person: string; others: readonly string[]; said: number | null }

/** `people`: who of those listed; `reached`: how many, also where not everybody is listed. */
export type Reach = { forWhom: Whom; forPeople: string[]; reached: number }

/**
 * Who was reached, worked out from the household and never typed: so many as were chosen, or for everybody as many as
 * the person said or are listed, whichever is more. Nothing where nobody of the household was chosen. PURE.
 */
export function reachOf(whom: Whom, chosen: readonly string[], listed: Listed): Reach | undefined {
  if (whom === 'PERSON') return { forWhom: whom, forPeople: [listed.person], reached: 1 }
  const all = [listed.person, ...listed.others]
  if (whom === 'HOUSEHOLD')
    return { forWhom: whom, forPeople: all, reached: Math.max(all.length, listed.said ?? 0) }
  const known = all.filter((id) => chosen.includes(id))
  if (known.length === 0 || known.length < new Set(chosen).size) return undefined
  return { forWhom: whom, forPeople: known, reached: known.length }
}

/** Whether people were ticked that the answer above leaves out, or not all that it means: then one of the two is a slip. PURE. */
export const isUnclear = ({ forWhom, forPeople }: Reach, chosen: readonly string[]): boolean =>
  forWhom !== 'CHOSEN' &&
  chosen.length > 0 &&
  (chosen.some((id) => !forPeople.includes(id)) || forPeople.some((id) => !chosen.includes(id)))

type Line = { forPeople: string[] | null; reached: number | null }

/** Everybody whom these lines reached, each once: who of those listed, and how many more nobody has listed. PURE. */
export function everybodyReached(lines: readonly Line[]): { people: string[]; unlisted: number } {
  const people = [...new Set(lines.flatMap(({ forPeople }) => forPeople ?? []))]
  const most = Math.max(0, ...lines.map(({ reached }) => reached ?? 0))
  return { people, unlisted: Math.max(0, most - people.length) }
}
