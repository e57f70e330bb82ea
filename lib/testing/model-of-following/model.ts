/**
 * Following somebody up as a plain model: days and lists, told from the rulings, with nothing of the product's rules in it. Days are
 * whole numbers; 0 is today.
 */
export const RHYTHM = { HIGH: 7, MEDIUM: 14, LOW: 30 } as const
export type Risk = keyof typeof RHYTHM
export type Who = 'lead' | 'lawyer' | 'stranger' | 'supervisor'
export type Booked = {
  id: string
  state: string
  secret: boolean
  kind: string
  day: number
  version: number
}

export type Model = {
  risk: Risk
  lastContact: number
  /** The day set with the person: on which day, at the follow-up of which day, put off or not. */
  chosen: { on: number; day: number; later: boolean } | null
  attempts: { way: string; day: number }[]
  appointments: Booked[]
  reviewed: boolean
  putOff: boolean
}

export const newModel = (risk: Risk, lastContact: number): Model => ({
  risk,
  lastContact,
  chosen: null,
  attempts: [],
  appointments: [],
  reviewed: false,
  putOff: false,
})

/** A contact: the newest day counts, whatever is recorded later about an earlier one. */
export function contact(model: Model, day: number): void {
  model.lastContact = Math.max(model.lastContact, day)
}

/** What is chosen at the newest follow-up that chose; of the same day the one recorded last. */
export function choose(model: Model, chosen: { on: number; day: number; later: boolean }): void {
  if (!model.chosen || chosen.day >= model.chosen.day) model.chosen = chosen
}

/** When the next contact is due, in days from today. */
export function due({ risk, lastContact, chosen }: Model): number {
  const rhythm = lastContact + RHYTHM[risk]
  if (!chosen || lastContact > chosen.day) return rhythm
  return chosen.on < rhythm || chosen.later ? chosen.on : rhythm
}

export function isLost({ risk, lastContact, attempts }: Model): boolean {
  const since = attempts.filter(({ day }) => day >= lastContact)
  const days = since.map(({ day }) => day)
  const span = Math.max(...days) - Math.min(...days)
  return (
    since.length >= 3 && new Set(since.map(({ way }) => way)).size >= 2 && span >= (risk === 'HIGH' ? 21 : 30)
  )
}

/** Open work that the model speaks of, by kind. */
export const work = (model: Model): string[] =>
  [
    ...(model.reviewed ? ['REVIEW_CASE'] : []),
    ...(model.putOff ? ['SEE_LATER_CONTACT'] : []),
    ...model.appointments.filter(({ state }) => state === 'PLANNED').map(() => 'KEEP_APPOINTMENT'),
  ].sort()
