import { ClockError } from './error'
import { isRecord, type ReadRule, readInstant, readRule } from './read'
import type { RulesInForce } from './types'

/** Which version of a rule holds at an instant. */
export type InForce = { ruleAt(instant: number): ReadRule }

/** @throws ClockError naming `rules.…`; NOT_IN_FORCE when no version holds yet */
export function openRules<K extends string>(rules: RulesInForce<K>, kind: K): InForce {
  const given: unknown = rules
  if (!Array.isArray(given)) {
    const rule = readKind(given, kind, 'rules')
    return { ruleAt: () => rule }
  }
  const versions = Array.from(given, (version: unknown, i) => readVersion(version, kind, `rules[${i}]`))
  versions.sort((a, b) => a.from - b.from)
  return {
    ruleAt: (instant) => {
      const version = versions.findLast(({ from }) => from <= instant)
      if (!version) throw new ClockError('rules', 'NOT_IN_FORCE')
      return version.rule
    },
  }
}

function readVersion(version: unknown, kind: string, field: string) {
  if (!isRecord(version)) throw new ClockError(field, 'WRONG_TYPE')
  const from = version.from === null ? Number.NEGATIVE_INFINITY : readInstant(version.from, `${field}.from`)
  return { from, rule: readKind(version.rules, kind, `${field}.rules`) }
}

function readKind(rules: unknown, kind: string, field: string): ReadRule {
  if (!isRecord(rules)) throw new ClockError(field, rules === undefined ? 'MISSING' : 'WRONG_TYPE')
  return readRule(Object.hasOwn(rules, kind) ? rules[kind] : undefined, `${field}.${kind}`)
}
