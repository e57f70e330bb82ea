import type { FieldErrors } from '@/lib/base/forms/form'
import { daysAfter, isoDayOf, startOfDay } from '@/lib/base/time/days'

/** The steps of a journey in their order. CONSENT is the person's answer, which stands among the consents. */
export const STEPS = [
  'CONSENT',
  'FITNESS',
  'TRAVEL_DOC',
  'EXIT_PAPER',
  'TICKET',
  'ESCORT',
  'DEPARTURE',
  'ARRIVAL',
  'CONTACT_7',
] as const
export type StepCode = (typeof STEPS)[number]
/** What somebody of the team notes; the person's answer is asked on its own page. */
export const NOTED_STEPS = STEPS.filter((step) => step !== 'CONSENT')

/** One step as the database has it now (`app.steps_of_return`). Days: YYYY-MM-DD. */
export type Step = {
  place: number
  step: StepCode
  state: 'TODO' | 'DONE' | 'NOT_NEEDED'
  on_day: string | null
  reason: string | null
  by: string | null
  due_on: string | null
}

/** YES, NO, or ASK while nothing that stands was answered. */
export type Answer = 'YES' | 'NO' | 'ASK'
export type Journey = { answer: Answer; steps: readonly Step[] }

const stepOf = ({ steps }: Journey, code: StepCode) => steps.find(({ step }) => step === code)
const isDone = (journey: Journey, code: StepCode) => stepOf(journey, code)?.state === 'DONE'

/** Whether the person has left: from then on a no is heard, and the journey goes on to its end. PURE. */
export const hasLeft = (journey: Journey): boolean => isDone(journey, 'DEPARTURE')

/** Whether the journey stopped with the person's no. Their help does not. PURE. */
export const isStopped = (journey: Journey): boolean => journey.answer === 'NO' && !hasLeft(journey)

/** The first day on which reaching somebody counts as reached after so many days. PURE. */
const reachedFrom = (arrived: string, days: number) => isoDayOf(daysAfter(startOfDay(arrived), days))

/** Where somebody is now: home already, arrived, on their way, about to leave, or staying because they said no. PURE. */
export function whereNow(
  { kind }: { kind: 'TO_RETURN' | 'HOME' },
  journey: Journey,
): 'HOME' | 'ARRIVED' | 'ON_WAY' | 'STAYS' | 'TO_RETURN' {
  if (kind === 'HOME') return 'HOME'
  if (isDone(journey, 'ARRIVAL')) return 'ARRIVED'
  if (hasLeft(journey)) return 'ON_WAY'
  return isStopped(journey) ? 'STAYS' : 'TO_RETURN'
}

type Said = { step: StepCode; did: Step['state']; onDay: string }

/**
 * What stands against noting a step so: no yes of the person, something before it still open, something after it done, or
 * a day that does not fit. Error codes by field. `days`: after how many days somebody is reached again. PURE.
 */
export function stepErrors(journey: Journey, { step, did, onDay }: Said, days: number): FieldErrors {
  if (!stepOf(journey, step)) return { did: 'not-a-step' }
  if (did !== 'DONE') {
    if (did === 'NOT_NEEDED' && ['DEPARTURE', 'ARRIVAL', 'CONTACT_7'].includes(step))
      return { did: 'always-needed' }
    const after = step === 'ARRIVAL' ? 'CONTACT_7' : step === 'DEPARTURE' ? 'ARRIVAL' : 'DEPARTURE'
    return step !== 'CONTACT_7' && isDone(journey, after) ? { did: 'later-done' } : {}
  }
  if (step === 'ARRIVAL') {
    const left = stepOf(journey, 'DEPARTURE')
    if (left?.state !== 'DONE') return { did: 'not-left' }
    return onDay < (left.on_day ?? '') ? { onDay: 'before-departure' } : {}
  }
  if (step === 'CONTACT_7') {
    const came = stepOf(journey, 'ARRIVAL')
    if (came?.state !== 'DONE' || !came.on_day) return { did: 'not-arrived' }
    return onDay < reachedFrom(came.on_day, days) ? { onDay: 'too-soon' } : {}
  }
  if (hasLeft(journey)) return {}
  if (journey.answer !== 'YES') return { did: 'no-yes' }
  const open = journey.steps.some(({ place, state }) => place < 7 && state === 'TODO')
  return step === 'DEPARTURE' && open ? { did: 'steps-open' } : {}
}

/**
 * Whether there is anything to note of a step on a day: that it is done, is not needed, or is to do after all. Where every answer
 * would be refused, or would say what stands there already, nothing is offered. PURE.
 */
export function mayNote(journey: Journey, step: StepCode, day: string): boolean {
  const one = stepOf(journey, step)
  if (!one) return false
  if (one.state === 'DONE') return true
  return (['DONE', 'NOT_NEEDED', 'TODO'] as const).some(
    (did) => did !== one.state && !stepErrors(journey, { step, did, onDay: day }, 0).did,
  )
}
