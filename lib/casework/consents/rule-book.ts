import { isCode } from '@/lib/base/codes/codes'
import { type CodeOf, type ListName, lists } from '@/lib/base/codes/lists'
import { checkConditions, type FactKind } from '@/lib/base/rules/check'
import type { Book, Condition } from '@/lib/base/rules/language'
import table from './rules.json'

/**
 * The decision table of consent, read and checked once at load (`rules.json`; a malformed one stops the start with a
 * sentence). PURE. `RULES` in order, first match decides; `bookWith(settings)` is what their conditions speak of.
 */
export type Told = { fr: string; en: string; ar: string }
export type Giver = 'SELF' | 'PARENT' | 'GUARDIAN' | 'AUTHORITY' | 'NONE'
export type AnswerCode = 'GIVEN' | 'ASSENT' | 'REFUSED' | 'NOT_POSSIBLE'
export type Basis = 'CONSENT' | 'BEST_INTERESTS' | 'VITAL' | 'LEGAL_OBL'
export type ReasonList = Extract<
  ListName,
  'mature_minor_reason' | 'best_interests_reason' | 'vital_reason' | 'incapacity_reason' | 'legal_duty_reason'
>
/** Who must confirm, themselves, and by when. */
export type Confirm = {
  by: 'SUPERVISOR' | 'COLLEAGUE'
  when: 'BEFORE_ANYTHING_LEAVES' | 'WITHIN_24_H'
  self: true
}

/** One answer that a rule allows. */
export type AnswerLine = {
  answer: AnswerCode
  giver: Giver
  basis: Basis | null
  reason_list?: ReasonList
  confirm?: Confirm
}

export type ConsentRule = {
  id: string
  priority: number
  when: Condition
  ask: readonly string[]
  allow: readonly AnswerLine[]
  say: Told
  treated_as?: 'NO'
  by_age?: true
  unless?: string
  requires?: string
  facts?: 'ONLY_WHAT_THE_DUTY_NAMES'
  expires_days?: number
  ask_again_days?: number
}

/** Ages that an instance may move (ruling 9). */
export type ConsentSettings = { adult_from: number; mature_minor_from: number; assent_from: number }
export const CONSENT_SETTINGS: ConsentSettings = table.settings
export type Purpose = CodeOf<'consent_purpose'>
export const EXPIRY_DAYS: Readonly<Record<Purpose, number | null>> = table.expiry_days

type Table = {
  facts: Record<string, FactKind>
  named: Record<string, Condition>
  rules: ConsentRule[]
}
const { facts, named, rules } = table as unknown as Table

export const bookWith = (settings: ConsentSettings): Book => ({
  named,
  sets: {},
  settings,
})

const known = (list: string, code: string): boolean =>
  Object.hasOwn(lists, list) && isCode(list as ListName, code)

checkConditions(rules, { facts, book: bookWith(CONSENT_SETTINGS), known })

export const RULES: readonly ConsentRule[] = [...rules].sort((a, b) => a.priority - b.priority)
/** What is to be asked, and who confirms, in words: `key → fr, en, ar`. */
export const ASK_WORDS = new Map(table.ask_labels.map(({ key, ...told }) => [key, told as Told]))
export const CONFIRM_WORDS = new Map(table.confirm_labels.map(({ key, ...told }) => [key, told as Told]))
