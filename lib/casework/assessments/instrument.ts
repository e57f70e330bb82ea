import type { CodeOf, ListName } from '@/lib/base/codes/lists'
import type { Condition } from '@/lib/base/rules/language'
import type { Discipline } from '@/lib/platform/access/roles'

/** What an instrument is: short questions of one trade, who reads the answers, and what they lead to. PURE types. */
export type Words = { fr: string; en: string; ar: string }

/** Who reads answers: the case team, one discipline of it, or (violence based on gender) the assessor and the lead. */
export type Reader = 'TEAM' | Discipline | 'ASSESSOR_AND_LEAD'

export type Question = {
  id: string
  kind: 'code' | 'choice' | 'number' | 'text' | 'day'
  /** Of `code`: a list of the code book. */
  list?: ListName
  /** Of `code`: the only codes offered; without, the whole list. */
  among?: readonly string[]
  /** Of `choice`: answers that belong to this question. */
  options?: readonly ({ code: string } & Words)[]
  multi?: boolean
  min?: number
  max?: number
  /** Asked for a finished assessment; "not asked" and "declined" are answers. */
  required: boolean
  /** Shown when this holds of the answers so far and of the case. */
  show?: Condition
  /** `DEFAULT`: as the instrument. */
  reader: 'DEFAULT' | Reader
  sensitivity: CodeOf<'sensitivity_level'>
  label: Words
  guide: Words
  /** Why we ask: a code of `why.json`. */
  why: string
}

/** What follows where a result holds. A proposal, never a verdict. */
export type Effect = {
  /** Facts for the table of risk. */
  facts?: Readonly<Record<string, string | boolean>>
  /** Further instruments. */
  open?: readonly string[]
  /** A danger flag that the author may raise. */
  flag?: CodeOf<'danger_flag'>
  services?: readonly string[]
  /** Whom the author tells. */
  tell?: readonly string[]
  /** A panel decides. */
  panel?: true
  /** Stop here: asking further is not safe. */
  pause?: true
  warn?: true
}
export type Result = { id: string; when: Condition; then: Effect; say: Words }

export type Answer = string | number | readonly string[]
export type Answers = Readonly<Record<string, Answer>>
export type Example = { id: string; answers: Answers; expect: readonly string[] }

export type Instrument = {
  id: string
  /** Who fills it in. */
  discipline: readonly Discipline[]
  reader: Reader
  minutes: number
  title: Words
  intro: Words
  /** Published instruments that were weighed, and what became of them; the questions are our own. */
  published?: { use: string; instruments: readonly string[] }
  questions: readonly Question[]
  results: readonly Result[]
  examples: readonly Example[]
}
