import { isCode } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import type { FactKey } from '@/lib/casework/consents/facts'

/** One value of a fact, as it travels. */
export type Part =
  | { kind: 'code'; list: ListName | readonly ListName[] }
  | { kind: 'text'; max: number }
  | { kind: 'day' }
  | { kind: 'number'; max: number }
  | { kind: 'flag' }
/** A fact is one value, a list of codes, or named parts each of which may be absent. */
export type Shape =
  | { one: Part }
  | { many: Part }
  | { parts: Readonly<Record<string, Part>>; lists?: Readonly<Record<string, Part>> }

const coded = (...lists: ListName[]): Part => ({ kind: 'code', list: lists })
const words = (max: number): Part => ({ kind: 'text', max })
const count: Part = { kind: 'number', max: 99 }
const day: Part = { kind: 'day' }

/** The shape of every fact: what is written has it, and nothing else is read. */
export const SHAPES: Record<FactKey, Shape> = {
  need: { one: coded('service_type') },
  urgency: { one: coded('referral_priority') },
  sex: { one: coded('sex') },
  age_band: { one: coded('age_group') },
  cercle: { one: coded('admin2_2014') },
  vulnerable: { one: { kind: 'flag' } },
  coded_needs: { many: coded('specific_need') },
  name: { parts: { given: words(200), family: words(200) } },
  birth: { parts: { date: day, year: { kind: 'number', max: 2999 }, basis: coded('age_basis') } },
  mother_name: { one: words(400) },
  phone: { one: words(200) },
  safe_contact: {
    parts: { mode: coded('safe_contact'), detail: words(1000) },
    lists: { notTold: words(200) },
  },
  meeting_place: { one: words(1000) },
  language: { many: coded('language') },
  nationality: { many: coded('nationality') },
  displacement_status: { one: coded('displacement_status') },
  origin: { one: coded('origin') },
  documents: { one: coded('document_status') },
  household: { parts: { people: count, adults: count, children: count, underFive: count } },
  caregiver: { parts: { name: words(400), relation: words(200), contact: words(400) } },
  separation: { parts: { cause: coded('separation_cause'), since: day, lastPlace: words(400) } },
  disability: { many: coded('specific_need', 'wg_ss_domain') },
  // What went along, by kind; the papers themselves travel in no file.
  papers: { many: coded('document_kind') },
  reason_text: { one: words(4000) },
}

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
/** A day that stands in a calendar. PURE. */
export const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  DAY.test(value) &&
  new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10) === value

/** Control characters but a line's end have no business in words that somebody reads. */
const ODD = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u
export const isPlain = (text: string): boolean => !ODD.test(text.replace(/[\r\n\t]/g, ''))

/** Whether a value fits its part; why not, as a code. PURE. */
export function misfit(part: Part, value: unknown): 'code' | 'text' | 'day' | 'number' | 'flag' | undefined {
  switch (part.kind) {
    case 'code': {
      const lists = typeof part.list === 'string' ? [part.list] : part.list
      return lists.some((list) => isCode(list, value)) ? undefined : 'code'
    }
    case 'text':
      return typeof value === 'string' &&
        value.trim() !== '' &&
        [...value].length <= part.max &&
        isPlain(value)
        ? undefined
        : 'text'
    case 'day':
      return isDay(value) ? undefined : 'day'
    case 'number':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= part.max
        ? undefined
        : 'number'
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'flag'
  }
}
