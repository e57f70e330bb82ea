import { unitOf } from '@/lib/base/codes/codes'
import { plusDays, workday } from './moments'
import type { Random } from './random'
import type { Assistance, Day } from './records'
import type { Situation } from './situations'

const DONORS = { CERF: 40, AECID: 27, OFDA: 25, OWN: 8 } as const

type AssistancePlan = {
  gives: Situation['gives']
  opened: Day
  /** The first help falls on this day at the latest, so that it counts in the intended period. */
  firstBy: Day
  until: Day
  byId: string
}

/** Amounts of money come in steps of 500 francs. */
const amount = (random: Random, unit: string, min: number, max: number): number =>
  unit === 'XOF' ? Math.round(random.int(min, max) / 500) * 500 : random.int(min, max)

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** Help given by our own staff: something within days of opening, more over the following weeks. */
export function assistanceFor(random: Random, plan: AssistancePlan): Assistance[] {
  const first = random.int(0, plan.gives.length - 1)
  const chosen = plan.gives.filter((_, index) => index === first || random.chance(0.38))
  const ordered = [...chosen].sort(
    (a, b) => Number(b === plan.gives[first]) - Number(a === plan.gives[first]),
  )
  let on = earlier(
    plusDays(plan.opened, random.weighted({ 0: 55, 1: 30, 2: 15 }) === '0' ? 0 : 1),
    plan.firstBy,
  )
  return ordered.flatMap(([service, min, max], index) => {
    if (index > 0) on = workday(plusDays(on, random.int(1, 24)))
    const unit = unitOf(service)
    if (!unit || (index > 0 && on > plan.until)) return []
    return [
      {
        id: random.id(),
        service,
        quantity: amount(random, unit, min, max),
        unit,
        on,
        donor: random.weighted<Assistance['donor']>(DONORS),
        byId: plan.byId,
      },
    ]
  })
}
