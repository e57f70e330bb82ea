import type { Evidence } from '@/lib/engines/matching/score'

/** What is compared of two people, in the order in which it is read. */
export const COMPARED = ['name', 'mother', 'sex', 'age', 'origin', 'household', 'phone'] as const
export type Compared = (typeof COMPARED)[number]
/** `NONE`: one of the two does not say it, so it does not count. */
export type Likeness = 'SAME' | 'NEAR' | 'DIFFERENT' | 'NONE'
export type FactLine = { fact: Compared; likeness: Likeness }

/** Levels that mean one and the same, whatever they weigh. */
const SAME: ReadonlySet<string> = new Set([
  ...['same', 'double', 'several', 'severalWhole', 'date', 'year', 'village', 'town'],
])

function likenessOf(found: { level: string; bits: number } | undefined): Likeness {
  if (!found || found.level === 'missing') return 'NONE'
  if (SAME.has(found.level)) return 'SAME'
  return found.bits > 0 ? 'NEAR' : 'DIFFERENT'
}

/** A given and a family name are one name to whoever reads them. */
function nameOf(given: Likeness, family: Likeness): Likeness {
  const both = [given, family].filter((one) => one !== 'NONE')
  if (both.length === 0) return 'NONE'
  if (both.includes('DIFFERENT')) return 'DIFFERENT'
  return both.every((one) => one === 'SAME') ? 'SAME' : 'NEAR'
}

/** What the engine found, fact by fact, in the words of this product. PURE. No bits: nobody decides by a score. */
export function factLines(evidence: readonly Evidence[]): FactLine[] {
  const of = (fact: Evidence['fact']) => likenessOf(evidence.find((one) => one.fact === fact))
  const found: Record<Compared, Likeness> = {
    name: nameOf(of('given'), of('family')),
    mother: of('mother'),
    sex: of('sex'),
    age: of('birth'),
    origin: of('origin'),
    household: of('household'),
    phone: of('phone'),
  }
  return COMPARED.map((fact) => ({ fact, likeness: found[fact] }))
}
