import { type SQL, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { COUNTED_TO } from '@/lib/base/text/counted'
import { caseStatesSql, LIVING } from '@/lib/casework/cases/state-lists'
import { REFERRAL_STATES, STATES } from '@/lib/casework/referrals/machine/states'
import { isLive } from '@/lib/casework/referrals/reach/state-lists'
import { supervised } from '@/lib/casework/staff/reach'
import {
  firstWaiting,
  type Waiting,
  type WaitingRow,
  waitingLines,
  waitingOf,
  waitingPage,
} from '@/lib/casework/tasks/waiting'
import { namedCases, toReviewFirst } from '@/lib/casework/tasks/waiting-scans'
import { late } from '@/lib/platform/db/late'
import { ofOffices } from '@/lib/platform/db/offices'
import type { Ctx } from '@/lib/platform/gate/verb'
import { carried, lateOf } from './late-duties'
import { type WithoutFile, withoutFile } from './without-file'

/** `office`: its name. */
export type LoadRow = {
  lead: string
  officeId: string
  name: string
  office: string
  open: number
  late: number
}
/** Where the open referrals are, each counted to a hundred, which is said as "99+"; the silent ones are a count of the queue. */
export type Relay = { us: number; them: number }

/** Where it is our turn, also once the service was given, contested or not reached; a refusal to follow up is over. */
const OURS = REFERRAL_STATES.filter((state) => STATES[state].turn === 'us')

/** So many of the silent ones on the page; their tile and the link below them open all that they count. */
const silentShown = 5

/** How many referrals stand in these states, as far as it is counted. */
function standing(ctx: Ctx, states: readonly string[], holds: SQL): SQL {
  const of = sql`${sql.param(`{${states.join(',')}}`)}::text[]`
  return sql`(select count(*)::integer from (select from (
    (select 1 from ${ofOffices(
      ctx,
      (
        held,
      ) => sql`select 1 as one from app.referrals r where r.office_id ${held} and r.sensitivity = 'S3' and r.state = s.state
        and ${isLive(true)} and ${holds} limit ${COUNTED_TO}`,
      sql`unnest(${of}) as s(state)`,
    )} hit limit ${COUNTED_TO})
    union all
    (select 1 from app.referrals r where r.case_id = any(array(select id from named)) and r.state = any(${of})
      and ${isLive(true)} and ${holds} limit ${COUNTED_TO})) x limit ${COUNTED_TO}) y)`
}

/** Somebody of the offices who opened more files in ten minutes than hands open. */
type HastyRow = { name: string; files: number }
type Loads = {
  people: LoadRow[]
  relay: Relay
  silent: Waiting[]
  hasty: HastyRow[]
  without: WithoutFile | null
  /** Openings of sealed notes that wait for this person's own word. */
  openings: number
}
/** A table of people is a page of this many; further ones follow by the last one's mark. */
const peopleShown = 25

/** The mark of the last person of a page: office and lead. */
function readMark(text: string | undefined): { office: string; lead: string } | undefined {
  const [office = '', lead = ''] = text?.split('_') ?? []
  return /^[A-Z]{3}$/.test(office) && isUuid(lead) ? { office, lead } : undefined
}

/**
 * Who carries how much of the unrestricted work: office by office, lead by lead, each found by one step in the index, so
 * that a table of twenty-five costs the same whatever the organisation holds.
 */
function carriers(ctx: Ctx, mark: ReturnType<typeof readMark>): SQL {
  const of = (more: SQL) =>
    sql`from app.cases c where c.office_id = o.office and c.sensitivity = 'S3' and c.state in ${caseStatesSql(LIVING)} ${more}`
  const after = mark ? sql`and (c.office_id, c.lead_id) > (${mark.office}, ${mark.lead}::uuid)` : sql``
  const first = sql`unnest(${supervised(ctx.actor)}) as o(office) cross join lateral (
      select c.lead_id as lead ${of(after)} order by c.lead_id limit 1) f`
  const ended = sql.raw(String(peopleShown + 1))
  // The next lead of the office, or else the first one of the next office.
  return sql`select u.name, l.office, f.name as "officeName", l.lead
    from (with recursive step(office, lead) as (
        (select o.office, f.lead from ${first} order by o.office limit 1)
        union all
        select n.office, n.lead from step cross join lateral (select * from (
            (select o.office, c.lead_id as lead from (select step.office) o cross join lateral (
              select c.lead_id ${of(sql`and c.lead_id > step.lead`)} order by c.lead_id limit 1) c)
            union all
            (select o.office, f.lead from ${first} where o.office > step.office order by o.office limit 1)) x limit 1) n)
      select office, lead from step limit ${ended}) l
      join access.users u on u.id = l.lead join access.offices f on f.id = l.office`
}

type Carrier = { name: string; office: string; officeName: string; lead: string; open: number; late: number }
type Answer = {
  people: Carrier[] | null
  relay: Relay | null
  silent: WaitingRow[] | null
  hasty: HastyRow[] | null
  without: WithoutFile | null
  openings: number
}

/**
 * Who carries how much, where the open referrals are, which partners are silent, who reads hastily, what was
 * done without a file: five answers in one statement, which asks once which cases name this supervisor.
 */
async function loads(
  ctx: Ctx,
  mark: ReturnType<typeof readMark>,
): Promise<Loads & { further: string | undefined }> {
  const over = late(sql`r.due_at`, ctx.actor.now)
  const [row] = await ctx.tx.execute<Answer>(sql`
    with ${namedCases(ctx)}, ${firstWaiting(ctx, 'silent', silentShown)}, shown as materialized (${carriers(ctx, mark)}),
      carried as materialized (${carried}), late as materialized (${lateOf(ctx)})
    select ${waitingLines} as silent, ${withoutFile(ctx)} as without, (select json_agg(h) from audit.hasty_readers() h) as hasty,
      (select count(*)::integer from app.openings_for_me()) as openings,
      (select json_agg(json_build_object('name', s.name, 'office', s.office, 'officeName', s."officeName", 'lead', s.lead,
        'open', (select least(count(*), ${COUNTED_TO})::integer from carried c where c.lead_id = s.lead and c.office_id = s.office),
        'late', coalesce(l.late, 0)) order by s.office, s.lead)
        from shown s left join late l on l.lead = s.lead and l.office = s.office) as people,
      (select json_build_object(
        'us', least(${COUNTED_TO}, ${standing(ctx, OURS, sql`true`)}
          + ${standing(ctx, ['SENT', 'ACKNOWLEDGED'], sql`${over} and ${toReviewFirst(ctx, 'r')}`)}),
        'them', least(${COUNTED_TO}, ${standing(ctx, ['ACCEPTED', 'IN_PROGRESS'], sql`true`)}
          + ${standing(ctx, ['SENT', 'ACKNOWLEDGED'], sql`${over} is not true`)}))) as relay`)
  const found = row?.people ?? []
  const shown = found.slice(0, peopleShown)
  const last = shown.at(-1)
  return {
    people: shown
      .map(
        ({ name, lead, office, officeName, open, late }): LoadRow => ({
          lead,
          officeId: office,
          name,
          office: officeName,
          open,
          late,
        }),
      )
      .toSorted((a, b) => b.late - a.late || b.open - a.open || a.name.localeCompare(b.name)),
    further: found.length > peopleShown && last ? `${last.office}_${last.lead}` : undefined,
    relay: row?.relay ?? { us: 0, them: 0 },
    silent: (row?.silent ?? []).map(waitingOf),
    hasty: row?.hasty ?? [],
    without: row?.without ?? null,
    openings: row?.openings ?? 0,
  }
}

/** A supervisor's day in two statements. `team` is where a further page of the team begins. */
export async function supervisorDay(ctx: Ctx, { team }: { team?: string | undefined } = {}) {
  const waiting = await waitingPage(ctx, { size: 6 })
  const { relay, ...rest } = await loads(ctx, readMark(team))
  return {
    kind: 'supervisor' as const,
    waiting,
    ...rest,
    relay: { ...relay, silent: waiting.counts.silent },
    count: waiting.counts.total,
  }
}
export type SupervisorDay = Awaited<ReturnType<typeof supervisorDay>>
