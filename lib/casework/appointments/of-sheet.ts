import { type SQL, sql } from 'drizzle-orm'
import { isoDayOf } from '@/lib/base/time/days'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import type { Discipline } from '@/lib/platform/access/roles'
import type { Ctx } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import type { OpenKey } from '@/lib/platform/vault/seal'
import { againstDay } from './days-ahead'
import { instantAt } from './hour'
import { moved } from './move'
import { type AppointmentJson, columns } from './queries'
import { appointmentOf } from './scope'
import { opened } from './sealed'

type Asked = { question: string; kind: string; discipline: Discipline }

/**
 * The dates in a discipline's assessments that are kept by the hour: which question says the day, and what stands in the calendar.
 * The discipline reads the hour, and nobody else what it is (decision record 131), not even where the team reads the answers.
 */
const HOURS: Readonly<Partial<Record<string, Asked>>> = {
  LAW_PROCEDURE: { question: 'lp_next', kind: 'HEARING', discipline: 'LAWYER' },
  LAW_DETENTION: { question: 'ld_next', kind: 'HEARING', discipline: 'LAWYER' },
  LAW_CIVIL: { question: 'lc_deadline', kind: 'CIVIL', discipline: 'LAWYER' },
  LAW_HLP: { question: 'lh_date', kind: 'HEARING', discipline: 'LAWYER' },
  PSY_SUICIDE: { question: 'su_next', kind: 'OFFICE', discipline: 'PSYCHOLOGIST' },
}
/** What an instrument asks for the calendar, for somebody of its discipline. PURE. */
export function hourAsked(instrument: string, { role }: Pick<Actor, 'role'>): Asked | undefined {
  const asked = HOURS[instrument]
  return asked?.discipline === role ? asked : undefined
}

/** The sealed hours of a case that are still to come or to be told of. */
export const sealedHoursJson = (actor: Actor, caseId: string): SQL => sql`(select json_agg(x) from (
  select ${columns} from app.appointments a where a.case_id = ${caseId} and a.kind is null and a.state = 'PLANNED'
    and ${inReachedCase(actor, placeOf('a'))}) x)`

/** The hour in the calendar that rests on this assessment, as its discipline reads it. PURE. */
export function hourOf(
  sheet: string,
  rows: readonly AppointmentJson[] | null,
  keys: ReadonlyMap<string, OpenKey>,
): { id: string; at: Date } | undefined {
  const found = rows?.find(
    (row) => opened({ ...row, words: Buffer.from(row.words, 'base64') }, keys).sheet === sheet,
  )
  return found && { id: found.id, at: new Date(found.at) }
}

/** The same, asked by a verb. */
export async function plannedFor(ctx: Ctx, caseId: string, sheet: string) {
  const [found] = await ctx.tx.execute<{ rows: AppointmentJson[] | null }>(
    sql`select ${sealedHoursJson(ctx.actor, caseId)} as rows`,
  )
  const rows = found?.rows ?? []
  return hourOf(
    sheet,
    rows,
    await openKeys(
      ctx.tx,
      rows.map(({ keyId }) => keyId),
    ),
  )
}

type Corrected = { instrument: string; sheet: string; was: unknown; now: unknown }

/**
 * A date that was corrected takes the hour in the calendar along: same hour, same place, the first one stays as moved. A day
 * that nobody changed moves nothing, and neither does one that went by or was taken out: the page shows both then.
 */
export async function hourFollows(
  ctx: Ctx,
  reach: CaseInReach,
  { instrument, sheet, was, now }: Corrected,
): Promise<boolean> {
  if (!hourAsked(instrument, ctx.actor) || typeof now !== 'string' || now === was) return false
  if (Object.keys(againstDay(now, ctx.actor.now)).length > 0) return false
  const hour = await plannedFor(ctx, reach.record.id, sheet)
  if (!hour || isoDayOf(hour.at) === now) return false
  const on = await appointmentOf(ctx, { reach, id: hour.id }, true)
  const at = instantAt(now, hour.at.toISOString().slice(11, 16))
  return on !== undefined && typeof (await moved(ctx, on, at)) === 'object'
}
