import type { Person } from '../actors'
import { decidesAbout } from '../expectations/leaves'
import { part } from '../factories/rows'
import type { Try } from './run'
import type { WriteWorld } from './world'

/** Noting when somebody is away and taking it back, by the two doors; the table itself takes nobody's raw row. */
export function leaveTries(world: WriteWorld, person: Person): Try[] {
  return Object.entries(world.people).flatMap(([place, about]): Try[] => {
    const days = `'${about.id}', date '2014-09-01', date '2014-09-05'`
    const noted = {
      label: `note a leave of ${place}`,
      sql: `select 1 where app.note_leave(${days})`,
      expected: decidesAbout(person, about),
    }
    const raw = {
      label: `insert a leave of ${place}`,
      sql: `insert into app.leaves (user_id, from_on, to_on, recorded_by) values (${days}, access.actor_id())`,
      expected: false,
    }
    const dropped = {
      label: `drop the leave of ${place}`,
      sql: `select 1 where app.drop_leave('${part(about.id, 'leave')}')`,
      expected: decidesAbout(person, about),
    }
    return ['lead', 'elsewhere', 'supervisor'].includes(place) ? [noted, raw, dropped] : [noted, raw]
  })
}
