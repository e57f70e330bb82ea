import { daysAfter, isoDayOf, startOfDay } from '@/lib/base/time/days'
import { CASE_RULES, type Risk } from '@/lib/engines/clocks/rules'

/** By which risk somebody is followed: whoever nobody has rated, as the highest. The database says the same (app.rhythm_of). PURE. */
export const rhythmOf = (risk: string | null): Risk =>
  risk === 'NONE' || risk === 'LOW' ? 'LOW' : risk === 'MEDIUM' ? 'MEDIUM' : 'HIGH'

/** Days from one contact to the next, as the clocks count them (app.follow_up_days). PURE. */
export const followUpDays = (risk: string | null): number => CASE_RULES[rhythmOf(risk)]['follow-up'].limit

/** The day of the next contact that the rhythm of the risk proposes. ISO days. PURE. */
export const proposedNext = (on: string, risk: string | null): string =>
  isoDayOf(daysAfter(startOfDay(on), followUpDays(risk)))

/** With the provider alone nobody was met; an attempt reached nobody. Everything else is a contact with the person. PURE. */
export const meetsPerson = (type: string): boolean => type !== 'FAILED' && type !== 'PROVIDER_CHECK'

type Chosen = { type: string; on: string; nextOn: string; laterReason: string; risk: string | null }

/**
 * What stands against a day that was chosen for the next contact: sooner as one likes, later with a reason. An empty day is the
 * rhythm's own. Error codes by field. PURE.
 */
export function againstNext(
  { type, on, nextOn, laterReason, risk }: Chosen,
  today: string,
): Record<string, string> {
  if (nextOn === '') return laterReason === '' ? {} : { nextOn: 'reason-without-day' }
  if (!meetsPerson(type)) return { nextOn: 'not-with-provider' }
  if (nextOn <= today) return { nextOn: 'in-past' }
  if (nextOn > isoDayOf(daysAfter(startOfDay(today), 366))) return { nextOn: 'too-late' }
  const later = nextOn > proposedNext(on, risk)
  if (later && laterReason === '') return { laterReason: 'required' }
  return later || laterReason === '' ? {} : { laterReason: 'not-later' }
}
