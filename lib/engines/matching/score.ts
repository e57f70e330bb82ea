import { compareFacts, type Fact, type Levels } from './compare-facts'
import type { Model } from './model'
import { type Person, PersonInputError } from './person'
import { type Prepared, prepare } from './prepare'
import { fitted } from './weights'

/** What one fact says, in bits: positive for the same person, negative against. */
export type Evidence = { [F in Fact]: { fact: F; level: Levels[F]; bits: number } }[Fact]
/** `warn`: ask before a file is opened. `show`: list as possible. `none`: do not show. */
export type Verdict = 'warn' | 'show' | 'none'
export type Match = {
  verdict: Verdict
  /** Log-odds (base 2) that it is one person: prior plus all evidence. */
  bits: number
  prior: number
  evidence: Evidence[]
  /** The fact in which two names stand that must never match; such a pair is never a warning. */
  barred: 'given' | 'family' | undefined
}

const facts = ['given', 'mother', 'household', 'family', 'origin', 'birth', 'phone', 'sex'] as const
function verdictOf({ thresholds }: Model, bits: number, barred: boolean): Verdict {
  if (bits >= thresholds.warn && !barred) return 'warn'
  return bits >= thresholds.show ? 'show' : 'none'
}

/** A comparison of two prepared people under a model. The answer is the same whichever comes first. */
export function matcher(model: Model): (a: Prepared, b: Prepared) => Match {
  const { prior, weights } = model
  return (a, b) => {
    const levels = compareFacts(a, b)
    const { given, family } = levels
    const evidence = facts.map((fact) => {
      const row: Record<string, number> = weights[fact]
      return { fact, level: levels[fact], bits: row[levels[fact]] ?? 0 } as Evidence
    })
    const bits = evidence.reduce((sum, fact) => sum + fact.bits, prior)
    const barred = given === 'barred' ? 'given' : family === 'barred' ? 'family' : undefined
    return { verdict: verdictOf(model, bits, barred !== undefined), bits, prior, evidence, barred }
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
