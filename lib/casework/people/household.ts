/**
 * One number for a household. PURE. What the person said and who is listed agree, or the page asks until they do; until
 * then only the number that was said is anybody's to use.
 */
export type Household =
  | { kind: 'agreed'; people: number }
  /** So many more than said, or so many fewer. */
  | { kind: 'missing' | 'extra'; people: number; difference: number }
  | { kind: 'unasked' }

/** `stated`: how many the person said, themselves included; `listed`: the person and the members entered. */
export function householdOf(stated: number | null, listed: number): Household {
  if (stated === null) return { kind: 'unasked' }
  if (stated === listed) return { kind: 'agreed', people: stated }
  const difference = Math.abs(stated - listed)
  return { kind: stated > listed ? 'missing' : 'extra', people: stated, difference }
}
