import { at, plusDays, workday } from './moments'
import type { Random } from './random'
import type { Day, TeamNote } from './records'

/** What a team writes down between two appointments: short, without names. */
const TEXTS = [
  'Visite sur le site. La situation est stable, prochain passage dans deux semaines.',
  'Appel bref à l’heure convenue. Tout va bien, rien de nouveau.',
  'Venue au bureau sans rendez-vous. Demande où en est la démarche.',
  'Le chef de quartier confirme l’hébergement jusqu’à la fin du mois.',
  'Distribution reçue. Les ustensiles manquaient, remis le lendemain.',
  'Ne s’est pas présentée au rendez-vous ; nouvelle date fixée.',
  'Les enfants vont à l’école depuis lundi.',
  'Préfère être rencontrée au marché plutôt qu’à domicile.',
] as const

/** Up to two team notes within the life of a case; many cases have none. */
export function notesFor(random: Random, life: { opened: Day; until: Day; byId: string }): TeamNote[] {
  const count = random.weighted({ none: 62, one: 28, two: 10 })
  const days =
    count === 'none' ? [] : count === 'one' ? [random.int(3, 20)] : [random.int(2, 9), random.int(12, 30)]
  return days.flatMap((after) => {
    const day = workday(plusDays(life.opened, after))
    if (day >= life.until) return []
    const time = at(day, `${random.pick(['09', '11', '15'])}:${random.int(10, 59)}`)
    return [{ id: random.id(), at: time, byId: life.byId, compartment: 'TEAM', text: random.pick(TEXTS) }]
  })
}

/** How long after the last visit the next is due at most, by risk (days), with some that are a little late. */
const INTERVAL = { HIGH: 7, MEDIUM: 14, LOW: 30 } as const

/**
 * The last visits of a case that is still open, so that most promises are kept on the demo's morning: about one case
 * in eight is a few days late. `now` is the demo's day.
 */
export function visitsFor(
  random: Random,
  life: { opened: Day; now: Day; byId: string; risk: keyof typeof INTERVAL },
): TeamNote[] {
  const interval = INTERVAL[life.risk]
  const late = random.int(1, 8) === 1
  const ago = late ? interval + random.int(1, 5) : random.int(1, Math.max(2, interval - 2))
  return [ago + interval, ago].flatMap((days) => {
    const day = workday(plusDays(life.now, -days))
    if (day <= life.opened || day >= life.now) return []
    const time = at(day, `${random.pick(['09', '11', '15'])}:${random.int(10, 59)}`)
    return [
      { id: random.id(), at: time, byId: life.byId, compartment: 'TEAM' as const, text: random.pick(TEXTS) },
    ]
  })
}
