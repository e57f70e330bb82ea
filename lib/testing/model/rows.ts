import type { Sql } from 'postgres'
import { root } from '../database'
import { type Cast, NAMES, nameOf } from './people'

type CaseRow = {
  code: string
  state: string
  office: string
  sensitivity: string
  lead: string
  risk: string | null
  version: number
  reason: string | null
  until: string | null
  closing: string | null
  asker: string | null
  class: string | null
  erase: string | null
  into: string | null
  before: string | null
}

/** What the database says of the files of a run, in the model's words: one line a fact. */
export type Rows = { lines: string[]; versions: Map<string, number> }

const casesOf = (codes: readonly string[]) => root()<CaseRow[]>`
  select c.code, c.state, c.office_id as office, c.sensitivity, c.lead_id as lead, c.risk, c.version,
    c.last_reason as reason, c.hold_until::text as until, c.closure_reason as closing, c.closure_asked_by as asker,
    c.retention_class as class, c.erase_on::text as erase, d.code as into, c.merged_from as before
  from app.cases c left join app.cases d on d.id = c.merged_into where c.code = any(${codes as string[]})`

type Part = { code: string; what: string; who: string | null }

/** Everything else that the model speaks of, as small facts. Reviews have a model of their own (model-of-following). */
const partsOf = (codes: readonly string[]) => root()<Part[]>`
  with f as (select id, code from app.cases where code = any(${codes as string[]}))
  select f.code, 'has ' || m.capacity as what, m.user_id::text as who from f
    join app.case_members m on m.case_id = f.id and m.until is null
  union all select f.code, 'task ' || t.kind, t.holder_id::text from f join app.tasks t on t.case_id = f.id and t.state = 'OPEN'
    and t.kind <> 'REVIEW_CASE'
  union all select f.code, 'referral ' || r.id || ' ' || r.state, null from f join app.referrals r on r.case_id = f.id
  union all select f.code, 'events ' || string_agg(e.verb, ' ' order by e.id), null from f
    join app.case_events e on e.case_id = f.id group by 1
  union all select f.code, 'agrees ' || s.purpose, null from f join lateral (
      select distinct on (x.purpose) x.purpose, x.status, x.withdrawn_at from app.consents x where x.case_id = f.id
        and x.purpose in ('CASE_MGMT', 'STATS', 'CONTACT')
      order by x.purpose, greatest(x.given_at, x.withdrawn_at) desc, x.status = 'REFUSED' desc) s
    on s.status in ('GIVEN', 'ASSENT', 'NOT_POSSIBLE') and s.withdrawn_at is null
  union all select distinct f.code, 'counts', null from f join report.case_months m on m.case_id = f.id and m.measure = 'ACTIVE'
    and m.summed`

const caseLine = (cast: Cast, row: CaseRow): string =>
  [
    `${row.code} is ${row.state} in ${row.office} ${row.sensitivity} led by ${nameOf(cast, row.lead)} risk ${row.risk}`,
    row.until && `waits until ${row.until} for ${row.reason}`,
    row.closing && `closing for ${row.closing} asked by ${nameOf(cast, row.asker)}`,
    row.class && `kept ${row.class} until ${row.erase}`,
    row.into && `points at ${row.into} was ${row.before}`,
  ]
    .filter(Boolean)
    .join(', ')

/** Whose eyes find which of them, as row security has it. One after the other on one connection. */
async function reachOf(web: Sql, cast: Cast, codes: readonly string[]): Promise<string[]> {
  const lines: string[] = []
  const found = await web.begin((tx) =>
    NAMES.flatMap((name) => [
      tx`select set_config('relais.session', ${cast[name].token}, true)`,
      tx<{ code: string }[]>`select code from app.cases where code = any(${codes as string[]})`,
    ]),
  )
  NAMES.forEach((name, at) => {
    for (const row of found[at * 2 + 1] ?? []) lines.push(`${row.code} is seen by ${name}`)
  })
  return lines
}

export async function rowsOf(web: Sql, cast: Cast, codes: readonly string[]): Promise<Rows> {
  const [cases, parts, reach] = await Promise.all([casesOf(codes), partsOf(codes), reachOf(web, cast, codes)])
  const lines = [
    ...cases.map((row) => caseLine(cast, row)),
    ...parts.map(({ code, what, who }) => `${code} ${what}${who ? ` ${nameOf(cast, who)}` : ''}`),
    ...reach,
  ]
  return { lines: lines.sort(), versions: new Map(cases.map(({ code, version }) => [code, version])) }
}

export type LogLine = { action: string; actor: string | null; outcome: string; code: string | null }

/** What the log has since then. */
export async function logSince(last: number): Promise<{ lines: LogLine[]; last: number }> {
  const rows = await root()<
    (LogLine & { id: string })[]
  >`select e.id, e.action, e.actor_id as actor, e.outcome, c.code
    from audit.events e left join app.cases c on c.id = e.case_id where e.id > ${last} order by e.id`
  return { lines: rows, last: Number(rows.at(-1)?.id ?? last) }
}
