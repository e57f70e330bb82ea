import type { Book } from './language'

/**
 * Reads a decision table at load and refuses a malformed one with a sentence. PURE.
 *   conditionProblems(condition, where, words) → string[]   empty = well formed
 *   checkConditions(rules, words)                            throws RuleError with every sentence
 */
export class RuleError extends Error {
  override name = 'RuleError'
}

/** What a fact of a table is: a number, one code, several codes, a yes/no, or worked out by the program. */
export type FactKind = {
  type: 'number' | 'code' | 'codes' | 'bool' | 'derived' | 'date'
  list?: string | undefined
}

export type Words = {
  facts: Readonly<Record<string, FactKind>>
  book: Book
  /** Whether a list has this code; the table's codes come from lists that somebody else keeps. */
  known: (list: string, code: string) => boolean
}

/** Keys of each kind of condition. `gte` alone, with others, is a bound. */
const KINDS: readonly (readonly string[])[] = [
  ['any'],
  ['all'],
  ['not'],
  ['use'],
  ['fact', 'is'],
  ['fact', 'has'],
  ['fact', 'missing'],
  ['fact', 'count', 'gte'],
  ['sum', 'gte'],
  ['less'],
]
const BOUNDS = ['lt', 'lte', 'gt', 'gte']

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isShape = (keys: readonly string[]): boolean =>
  KINDS.some((kind) => kind.length === keys.length && kind.every((key) => keys.includes(key))) ||
  (keys.length > 1 && keys.includes('fact') && keys.every((key) => key === 'fact' || BOUNDS.includes(key)))

export function conditionProblems(condition: unknown, where: string, words: Words): string[] {
  if (condition === true) return []
  if (!isObject(condition)) return [`${where}: a condition is true or an object`]
  const keys = Object.keys(condition)
  if (!isShape(keys)) return [`${where}: no kind of condition has the keys ${keys.join(', ') || '(none)'}`]
  const below = condition.any ?? condition.all ?? (condition.not === undefined ? undefined : [condition.not])
  if (below !== undefined) return groupProblems(below, where, words)
  if ('use' in condition)
    return Object.hasOwn(words.book.named, String(condition.use))
      ? []
      : [`${where}: no condition is named ${String(condition.use)}`]
  return leafProblems(condition, where, words)
}

function groupProblems(below: unknown, where: string, words: Words): string[] {
  if (!Array.isArray(below) || below.length === 0)
    return [`${where}: any and all need a list that is not empty`]
  return below.flatMap((one, place) => conditionProblems(one, `${where}.${place + 1}`, words))
}

function leafProblems(condition: Record<string, unknown>, where: string, words: Words): string[] {
  const facts = [condition.fact ?? condition.sum ?? condition.less].flat()
  const unknown = facts.filter((fact) => !Object.hasOwn(words.facts, String(fact)))
  if (facts.length === 0 || unknown.length > 0)
    return [`${where}: no fact is called ${unknown.map(String).join(', ') || '(none)'}`]
  if ('less' in condition && facts.length !== 2) return [`${where}: less compares two facts`]
  const numbers = BOUNDS.flatMap((key) => (key in condition ? [condition[key]] : []))
  return [
    ...numbers.flatMap((value) => numberProblems(value, where, words)),
    ...valueProblems(condition, where, words),
  ]
}

function numberProblems(value: unknown, where: string, { book }: Words): string[] {
  if (typeof value === 'number' && Number.isFinite(value)) return []
  if (!isObject(value) || typeof value.setting !== 'string')
    return [`${where}: a bound is a number or a setting`]
  return Object.hasOwn(book.settings, value.setting)
    ? []
    : [`${where}: no setting is called ${value.setting}`]
}

function valueProblems(condition: Record<string, unknown>, where: string, words: Words): string[] {
  if ('missing' in condition && condition.missing !== true) return [`${where}: missing is only ever true`]
  if ('count' in condition && !Object.hasOwn(words.book.sets, String(condition.count)))
    return [`${where}: no set is called ${String(condition.count)}`]
  if ('has' in condition && !(Array.isArray(condition.has) && condition.has.length > 0))
    return [`${where}: has needs a list that is not empty`]
  if (isObject(condition.is)) return numberProblems(condition.is, where, words)
  const fact = words.facts[String(condition.fact)]
  const values = 'has' in condition ? [condition.has].flat() : 'is' in condition ? [condition.is] : []
  if (values.length > 0 && fact?.type === 'number' && values.some((value) => typeof value !== 'number'))
    return [`${where}: ${String(condition.fact)} is a number`]
  const list = fact?.list
  if (list === undefined) return []
  return values
    .filter((value) => !words.known(list, String(value)))
    .map((value) => `${where}: the list ${list} has no code ${String(value)}`)
}

/** A named condition that leads back to itself would never end. */
function circleProblems(named: Book['named']): string[] {
  const usesOf = (condition: unknown): string[] =>
    Array.isArray(condition)
      ? condition.flatMap(usesOf)
      : isObject(condition)
        ? [
            ...(typeof condition.use === 'string' ? [condition.use] : []),
            ...Object.values(condition)
              .filter((value) => typeof value === 'object')
              .flatMap(usesOf),
          ]
        : []
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    usesOf(named[from]).some(
      (next) => next === goal || (!seen.has(next) && reaches(next, goal, seen.add(next))),
    )
  return Object.keys(named)
    .filter((name) => reaches(name, name, new Set()))
    .map((name) => `named.${name}: uses itself`)
}

/** Checks the named conditions and those of every rule; throws one error with all sentences. */
export function checkConditions(rules: readonly { id: string; when: unknown }[], words: Words): void {
  const ids = rules.map(({ id }) => id)
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place)
  const problems = [
    ...twice.map((id) => `${id}: two rules have this name`),
    ...circleProblems(words.book.named),
    ...Object.entries(words.book.named).flatMap(([name, one]) =>
      conditionProblems(one, `named.${name}`, words),
    ),
    ...rules.flatMap(({ id, when }) => conditionProblems(when, id, words)),
  ]
  if (problems.length > 0) throw new RuleError(problems.join('; '))
}
