import { sql } from 'drizzle-orm'
import { daysAfter } from '@/lib/base/time/days'
import { type Bucket, buckets, edgesOf } from '@/lib/base/time/late'
import { stopsCalls } from '@/lib/casework/cases/contact-sql'
import { caseStatesSql, LIVING } from '@/lib/casework/cases/state-lists'
import { REFERRAL_STATES, STATES } from '@/lib/casework/referrals/machine/states'
import { statesSql } from '@/lib/casework/referrals/reach/state-lists'
import { careKinds } from '@/lib/casework/tasks/kinds'
import { bucket } from '@/lib/platform/db/late'
import type { Ctx } from '@/lib/platform/gate/verb'
import { asked, duties, dutiful, hangingOn, named } from './duties'

/** A list of the page that was opened whole: its tile leads there. */
export const wholes = [...buckets, 'answers', 'drafts'] as const
export type Whole = (typeof wholes)[number]
/** One promise of a case or a referral that falls due. `due` and `since` are ms; `total` counts its bucket. */
export type DueRow = {
  bucket: Bucket
  total: number
  code: string
  referral: string | null
  kind: string
  partner: string | null
  service: string | null
  risk: string | null
  /** The person said not to call. */
  stop: boolean
  /** Its alert spoke of a danger to life, and nobody has acted, seen the person or got the care that helps only for a time. */
  urgent: boolean
  due: number
  since: number | null
}
/** A referral whose newest step is the partner's, or one that waits for our answer. */
export type AnswerRow = {
  total: number
  referral: string
  code: string
  partner: string | null
  service: string | null
  verb: string
  state: string
  at: string
}
export type DraftRow = {
  total: number
  referral: string | null
  code: string
  partner: string | null
  service: string | null
  state: string
  reason: string | null
}

/** Begun and not sent. */
const unfinished = REFERRAL_STATES.filter((state) => STATES[state].tabs.us === 'finish')

const shownOf: Record<Bucket, number> = { late: 8, today: 5, week: 5 }

/**
 * The cases this person works on, those they lead and those they are on the team of: what has ended is not looked at,
 * and asks for nothing.
 */
const mine = ({ actor }: Pick<Ctx, 'actor'>) => sql`mine as materialized (
  select ${dutiful} from app.cases c where c.lead_id = ${actor.userId} and c.state in ${caseStatesSql(LIVING)}
  union all select ${dutiful} from app.cases c where c.id = any(array(select access.shared_live_case_ids()))
    and c.lead_id <> ${actor.userId} and c.state in ${caseStatesSql(LIVING)})`

/** The ids of `mine`, looked up at once and not one after the other. */
const ids = sql`array(select id from mine)`

const careTasks = sql.raw(`(${careKinds.map((kind) => `'${kind}'`).join(', ')})`)
/** Cases of `mine` whose alert spoke of a danger to life, while the first action, the meeting or the care is still to come. */
const inDanger = sql`in_danger as materialized (
  select k.code from mine k where exists (select from app.alerts a where a.case_id = k.id and a.urgency = 'EMERGENCY')
    and (k.next_due_kind = 'first-action'
      or exists (select from app.tasks t where t.case_id = k.id and t.state = 'OPEN' and t.kind in ${careTasks})))`
/** Of a case in danger: what somebody has to do for the person themselves belongs to today, whenever it falls due. */
const forThePerson = sql`(kind = 'first-action' or kind in (${sql.raw(careKinds.map((kind) => `'task-${kind}'`).join(', '))}))`

/** What falls due on the actor's cases until seven days from now, tasks among it, most pressing first; each bucket counted before it is cut. */
async function dueRows(ctx: Ctx, whole: Whole | undefined): Promise<DueRow[]> {
  const { tx, actor } = ctx
  const { now } = actor
  const rows = await tx.execute<DueRow & { place: number }>(sql`
    with ${mine(ctx)}, ${inDanger},
    due as (${duties({ ...hangingOn(sql`mine c`, sql`= any(${ids})`), holder: sql`${actor.userId}::uuid`, now, until: edgesOf(now).horizon })}),
    marked as (select due.*, due.code in (select d.code from in_danger d) as urgent from due),
    sorted as (
      select marked.*, case when b.bucket = 'week' and urgent and ${forThePerson} then 'today' else b.bucket end as bucket
      from marked cross join lateral (select ${bucket(sql`due_at`, now)} as bucket) b)
    select ranked.*, (select ${stopsCalls} from app.cases k where k.id = ranked.case_id) as stop from (
      select bucket, count(*) over (partition by bucket)::integer as total,
        row_number() over (partition by bucket order by urgent desc, due_at, code)::integer as place,
        case_id, code, referral, kind, partner, service, risk, urgent, extract(epoch from due_at)::float8 * 1000 as due,
        extract(epoch from since)::float8 * 1000 as since from sorted) ranked
    where place <= 8 or bucket = ${whole ?? ''} order by urgent desc, due, code`)
  return [...rows].filter((row) => row.bucket === whole || row.place <= shownOf[row.bucket])
}

/** Questions of partners first, then their answers of the last seven days. */
async function answerRows(ctx: Ctx, whole: Whole | undefined): Promise<AnswerRow[]> {
  const since = daysAfter(ctx.actor.now, -7).toISOString()
  const rows = await ctx.tx.execute<AnswerRow>(sql`
    with ${mine(ctx)} select count(*) over ()::integer as total, r.id as referral, c.code, ${named('partner_code')} as partner, ${named('service')} as service, r.last_verb as verb, r.state,
      to_char(r.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from mine c join app.referrals r on r.case_id = c.id and r.case_id = any(${ids})
    where (r.state in ${statesSql(asked)} or (r.last_at > ${since}::timestamptz
        and r.last_verb in ('accept', 'decline', 'begin', 'complete', 'report-not-accessed')))
    order by (r.state in ${statesSql(asked)}) desc, r.last_at desc, r.id limit ${whole === 'answers' ? null : 6}::integer`)
  return [...rows]
}

/** `confirm`, `openings`: answers, and openings of sealed notes, that wait for this person's own word. */
type Begun = { drafts: DraftRow[]; confirm: number; openings: number }
type BegunRow = Omit<DraftRow, 'code'> & { code: string | null; confirm: number; openings: number }

/**
 * What was begun and not sent: referrals, those returned first, and files not yet registered. In the same statement how
 * many answers wait for this person's own word.
 */
async function begunRows(ctx: Ctx, whole: Whole | undefined): Promise<Begun> {
  const rows = await ctx.tx.execute<BegunRow>(sql`
    with ${mine(ctx)}
    select waiting.n as confirm, waiting.openings, begun.*
    from (select (select count(*)::integer from app.consents_to_confirm()) as n,
      (select count(*)::integer from app.openings_for_me()) as openings) waiting
    left join lateral (select count(*) over ()::integer as total, listed.* from (
      select r.id as referral, c.code, ${named('partner_code')} as partner, ${named('service')} as service, r.state, r.reason
      from mine c join app.referrals r on r.case_id = c.id and r.case_id = any(${ids})
      where r.state in ${statesSql(unfinished)}
      union all
      select null, c.code, null, null, 'CASE', null from mine c where c.state = 'DRAFT') listed
      order by state desc, code limit ${whole === 'drafts' ? null : 6}::integer) begun on true`)
  const drafts = [...rows].flatMap(({ confirm: _, openings: __, code, ...row }) =>
    code === null ? [] : [{ ...row, code }],
  )
  return { drafts, confirm: rows[0]?.confirm ?? 0, openings: rows[0]?.openings ?? 0 }
}

/** A caseworker's day in three statements. */
export async function caseworkerDay(ctx: Ctx, whole?: Whole) {
  const due = await dueRows(ctx, whole)
  const answers = await answerRows(ctx, whole)
  const { drafts, confirm, openings } = await begunRows(ctx, whole)
  return {
    kind: 'caseworker' as const,
    confirm,
    openings,
    due,
    answers,
    drafts,
    count: due.length + answers.length + drafts.length,
  }
}
export type CaseworkerDay = Awaited<ReturnType<typeof caseworkerDay>>
