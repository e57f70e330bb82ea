import { isCode } from '@/lib/base/codes/codes'
import { type CodeOf, type ListName, lists } from '@/lib/base/codes/lists'
import { checkConditions, type FactKind } from '@/lib/base/rules/check'
import type { Book, Condition, FactValue } from '@/lib/base/rules/language'
import table from './risk-rules.json'

/**
 * The table that proposes risk, restriction, clocks and people to tell (`risk-rules.json`), checked once at load: a
 * malformed one stops the start with a sentence. PURE. `RISK_RULES` in order of priority.
 */
export type Risk = 'LOW' | 'MEDIUM' | 'HIGH'
export type Urgency = CodeOf<'referral_priority'>
export type Reason = { fr: string; en: string; ar: string }

export type Effect = {
  risk?: Risk
  urgency?: Urgency
  restrict?: true
  ask_before_contact?: true
  /** Nobody but those named by this rule is told by the proposal. */
  tell_only?: true
  first_action_h?: number
  followup_d?: number
  clocks?: readonly CodeOf<'clinical_clock'>[]
  instruments?: readonly string[]
  tell?: readonly CodeOf<'tell_role'>[]
  services?: readonly string[]
}
export type RiskRule = { id: string; priority: number; when: Condition; then: Effect; reason: Reason }
type Limits = {
  first_action_h: number
  assessment_d: number
  plan_d: number
  followup_d: number
  review_d: number
}
type Table = {
  facts: Record<string, FactKind>
  sets: Record<string, FactValue[]>
  named: Record<string, Condition>
  rules: RiskRule[]
  limits: Record<Risk, Limits>
}
const { facts, sets, named, rules, limits } = table as unknown as Table

export type RiskSettings = { adult_from: number }
export const RISK_SETTINGS: RiskSettings = table.settings
export const LIMITS: Readonly<Record<Risk, Limits>> = limits
export const riskBook = (settings: RiskSettings): Book => ({ named, sets, settings })

const known = (list: string, code: string): boolean =>
  Object.hasOwn(lists, list) && isCode(list as ListName, code)

checkConditions(rules, { facts, book: riskBook(RISK_SETTINGS), known })

/** Conditions that rules use by name. */
export const NAMED_RULES: Readonly<Record<string, Condition>> = named

export const RISK_RULES: readonly RiskRule[] = [...rules].sort((a, b) => a.priority - b.priority)
