import type { Condition } from '@/lib/base/rules/language'
import { NAMED_RULES, RISK_RULES } from './risk-book'

/** The codes of a person's concerns and needs that a condition speaks of; what it excludes is not about them. PURE. */
function codesOf(condition: Condition): string[] {
  if (condition === true || 'not' in condition) return []
  if ('all' in condition) return condition.all.flatMap(codesOf)
  if ('any' in condition) return condition.any.flatMap(codesOf)
  if ('use' in condition) return codesOf(NAMED_RULES[condition.use] ?? true)
  const ofPerson = 'has' in condition && (condition.fact === 'needs' || condition.fact === 'concerns')
  return ofPerson ? condition.has.map(String) : []
}

/**
 * What a list never says, because whoever looks over a shoulder reads a list: every code for which the rules propose to
 * restrict the file, and a risk of suicide. It is read where the file was opened.
 */
const HUSHED: ReadonlySet<string> = new Set([
  'MHP_SUIC',
  'LP-AP',
  ...RISK_RULES.filter(({ then }) => then.restrict).flatMap(({ when }) => codesOf(when)),
])

export const isHushed = (code: string): boolean => HUSHED.has(code)

/** Care that nobody is referred to but after a rape. */
export const isHushedService = (service: string): boolean => service === 'MED_CMR'
