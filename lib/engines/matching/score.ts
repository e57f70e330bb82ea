import { type Comparison, compareFacts, type Fact, type Levels } from './compare-facts'
import type { Alternative, Model, Weight } from './model'
import { type Person, PersonInputError } from './person'
import { type Prepared, prepare } from './prepare'
import { fitted } from './weights'

/** What one fact says, in bits: positive for the same person, negative against. */
export type Evidence = { [F in Fact]: { fact: F; level: Levels[F]; bits: number } }[Fact]
/** `warn`: ask before a file is opened. `show`: list as possible. `none`: do not show. */
export type Verdict = 'warn' | 'show' | 'none'
export type Match = {
  verdict: Verdict
  /** Log-odds (base 2) that it is one person, against the likelier alternative: prior plus all evidence. */
  bits: number
  against: Alternative
  prior: number
  evidence: Evidence[]
  /** The fact in which two names stand that must never match; such a pair is never a warning. */
  barred: 'given' | 'family' | undefined
}

const facts = ['given', 'mother', 'household', 'family', 'origin', 'birth', 'phone', 'sex'] as const
/** Which table tells how rare a shared value of the fact is. */
const tables = {
  given: 'given',
  mother: 'given',
  household: 'given',
  family: 'family',
  origin: 'cercle',
  birth: 'years',
} as const
const isShared = (fact: Fact): fact is keyof typeof tables => fact in tables
/** What makes somebody a namesake is shared by definition; the rest only by chance, where rarity speaks. */
const byChance: ReadonlySet<Fact> = new Set<Fact>(['mother', 'household'])
const silent: Weight = { stranger: 0, relative: 0, namesake: 0 }

/** How much more a shared value says than the average shared one, in bits. */
function rarityIn({ rarity }: Model): (fact: Fact, shared: Comparison['shared']) => number {
  const known = {
    given: new Map(rarity.given.listed),
    family: new Map(rarity.family.listed),
    cercle: new Map(rarity.cercle.listed),
    years: new Map(rarity.years.listed),
  }
  return (fact, shared) => {
    if (!isShared(fact) || shared[fact].length === 0) return 0
    const table = tables[fact]
    let most = Number.NEGATIVE_INFINITY
    for (const value of shared[fact]) most = Math.max(most, known[table].get(value) ?? rarity[table].unlisted)
    return most
  }
}

function lowest(bits: Weight): Alternative {
  const first = bits.relative < bits.stranger ? 'relative' : 'stranger'
  return bits.namesake < bits[first] ? 'namesake' : first
}

function verdictOf({ thresholds }: Model, bits: number, barred: boolean): Verdict {
  if (bits >= thresholds.warn && !barred) return 'warn'
  return bits >= thresholds.show ? 'show' : 'none'
}

/** A comparison of two prepared people under a model. The answer is the same whichever comes first. */
export function matcher(model: Model): (a: Prepared, b: Prepared) => Match {
  const rarityOf = rarityIn(model)
  const { priors } = model
  return (a, b) => {
    const { levels, shared } = compareFacts(a, b)
    const bits = { ...priors }
    const weighed = facts.map((fact) => {
      const row: Record<string, Weight> = model.weights[fact]
      const { stranger, relative, namesake } = row[levels[fact]] ?? silent
      const rare = rarityOf(fact, shared)
      const weight = {
        stranger: stranger + rare,
        relative,
        namesake: byChance.has(fact) ? namesake + rare : namesake,
      }
      bits.stranger += weight.stranger
      bits.relative += weight.relative
      bits.namesake += weight.namesake
      return { fact, level: levels[fact], weight }
    })
    const against = lowest(bits)
    const barred = levels.given === 'barred' ? 'given' : levels.family === 'barred' ? 'family' : undefined
    return {
      verdict: verdictOf(model, bits[against], barred !== undefined),
      bits: bits[against],
      against,
      prior: priors[against],
      evidence: weighed.map(
        ({ fact, level, weight }) => ({ fact, level, bits: weight[against] }) as Evidence,
      ),
      barred,
    }
  }
}

export const match = matcher(fitted)

export type Ranked = Match & { /** Position among the candidates given. */ at: number }

/**
 * The candidates worth showing beside a person, likeliest first.
 * @param candidates 10,000 at most
 * @throws PersonInputError naming the field that cannot be read
 */
export function rank(person: Person, candidates: readonly Person[]): Ranked[] {
  if (!Array.isArray(candidates)) throw new PersonInputError('candidates', 'type')
  if (candidates.length > 10_000) throw new PersonInputError('candidates', 'length')
  const prepared = prepare(person)
  return candidates
    .map((candidate, at) => ({ ...match(prepared, prepare(candidate)), at }))
    .filter(({ verdict }) => verdict !== 'none')
    .sort((a, b) => b.bits - a.bits || a.at - b.at)
}
