import { root } from '../database'

/** Three attempts by two ways over thirty-two days, the last one yesterday: the contact of this case is lost. */
export async function lostFromSight(caseId: string, by: string): Promise<void> {
  for (const [days, channel, result] of [
    [33, 'AGREED_PLACE', 'NOT_THERE'],
    [20, 'TRUSTED', 'NO_NEWS'],
    [1, 'AGREED_PLACE', 'NOT_THERE'],
  ] as const)
    await root()`insert into app.follow_ups (id, case_id, office_id, sensitivity, type, channel, on_day, outcome, result, recorded_by)
      select gen_random_uuid(), c.id, c.office_id, c.sensitivity, 'FAILED', ${channel},
        clock.casework_now()::date - ${days}::integer, 'NOT_REACHED', ${result}, ${by} from app.cases c where c.id = ${caseId}`
}
