import { type SQL, sql } from 'drizzle-orm'
import { placeOf } from '@/lib/casework/staff/reach'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Lines } from './lines'
import type { Answer, Step } from './steps'
import { within } from './within'

/** Days are YYYY-MM-DD, instants as JSON writes them, amounts whole XOF, bytes base64. */
export type Path = {
  kind: 'TO_RETURN' | 'HOME'
  because: string
  originCountry: string
  transit: string[]
  returnCountry: string
  needs: string[]
  departsOn: string | null
  arrivedOn: string | null
  openedAt: string
  version: number
}
export type Delivery = {
  id: string
  deliveredOn: string
  lines: Lines
  total: number
  receipt: string
  /** Documents of the case that are its receipt; one that was taken away since is named still. */
  papers: { id: string; withdrawn: boolean }[] | null
  keyId: string
  witness: string
  by: string
}
export type NotedVisit = {
  id: string
  visit: string
  visitedOn: string
  outcome: string
  follow: string
  by: string
  /** The assessment that is its sheet. */
  sheet: { id: string; finished: boolean } | null
}
export type Grant = {
  id: string
  kind: string | null
  model: string | null
  lines: Lines
  total: number
  quotes: number
  quotesReason: string | null
  sure: boolean
  keyId: string
  supplier: string
  state: 'DRAFT' | 'ASKED' | 'APPROVED' | 'RETURNED' | 'DROPPED'
  reason: string | null
  askedById: string | null
  askedBy: string | null
  askedAt: string | null
  decidedBy: string | null
  decidedAt: string | null
  version: number
  deliveries: Delivery[]
  visits: NotedVisit[]
}
/** A visit that a delivery promises: its day, its window, and what came of it. */
export type Promised = {
  grant_id: string
  visit: string
  on_day: string
  from_on: string
  until_on: string
  visited_on: string | null
  outcome: string | null
}
/** `held`: days that the case has waited since the path was opened. `follow`: what the last visit asks for and nobody has done yet. */
export type Plan = {
  answer: Answer
  held: number
  steps: Step[]
  visits: Promised[]
  follow: { id: string; reason: string; due: string } | null
}
export type ReturnView = { path: Path | null; plan: Plan; grants: Grant[] }

const base64 = (column: string) => sql.raw(`replace(encode(${column}, 'base64'), E'\\n', '')`)
const nameOf = (column: string) => sql.raw(`(select u.name from access.users u where u.id = ${column})`)

const pathJson = sql`json_build_object('kind', p.kind, 'because', p.because, 'originCountry', p.origin_country, 'transit', p.transit,
  'returnCountry', p.return_country, 'needs', p.needs, 'departsOn', p.departs_on, 'arrivedOn', p.arrived_on, 'openedAt', p.opened_at,
  'version', p.version)`
const deliveryJson = sql`json_build_object('id', d.id, 'deliveredOn', d.delivered_on, 'lines', d.lines, 'total', d.total, 'receipt', d.receipt,
  'keyId', d.key_id, 'papers', (select json_agg(json_build_object('id', o.id, 'withdrawn', o.withdrawn_at is not null) order by r.tied_at, r.id)
    from app.delivery_receipts r join app.documents o on o.id = r.document_id where r.delivery_id = d.id), 'witness', ${base64('d.witness')}, 'by', ${nameOf('d.given_by')})`
const visitJson = sql`json_build_object('id', v.id, 'visit', v.visit, 'visitedOn', v.visited_on, 'outcome', v.outcome, 'follow', v.follow,
  'sheet', (select json_build_object('id', a.id, 'finished', a.finished_at is not null) from app.assessments a where a.visit_id = v.id),
  'by', ${nameOf('v.visited_by')})`

const grantJson = (
  deliveries: SQL,
  visits: SQL,
) => sql`json_build_object('id', g.id, 'kind', g.kind, 'model', g.model, 'lines', g.lines,
  'total', g.total, 'quotes', g.quotes, 'quotesReason', g.quotes_reason, 'sure', g.sure, 'keyId', g.key_id, 'supplier', ${base64('g.supplier')},
  'state', g.state, 'reason', g.reason, 'askedById', g.asked_by, 'askedBy', ${nameOf('g.asked_by')}, 'askedAt', g.asked_at,
  'decidedBy', ${nameOf('g.decided_by')}, 'decidedAt', g.decided_at, 'version', g.version, 'deliveries', ${deliveries}, 'visits', ${visits})`

/** The path of a case with its journey, grants, deliveries and visits, oldest first, inside the reader's reach. One statement. */
export async function returnOf({ tx, actor }: Ctx, caseId: string): Promise<ReturnView> {
  const reached = (alias: string) => within(actor, placeOf(alias))
  const deliveries = sql`(select coalesce(json_agg(${deliveryJson} order by d.delivered_on, d.noted_at), '[]')
    from app.grant_deliveries d where d.grant_id = g.id and ${reached('d')})`
  const visits = sql`(select coalesce(json_agg(${visitJson} order by v.visited_on, v.noted_at), '[]')
    from app.grant_visits v where v.grant_id = g.id and ${reached('v')})`
  const [row] = await tx.execute<{ path: Path | null; plan: Plan | null; grants: Grant[] | null }>(sql`
    select (select ${pathJson} from app.return_paths p where p.case_id = ${caseId} and ${reached('p')}) as path,
      app.return_plan(${caseId}::uuid) as plan,
      (select json_agg(${grantJson(deliveries, visits)} order by g.made_at, g.id) from app.return_grants g
        where g.case_id = ${caseId} and ${reached('g')}) as grants`)
  const nothing: Plan = { answer: 'ASK', held: 0, steps: [], visits: [], follow: null }
  return { path: row?.path ?? null, plan: row?.plan ?? nothing, grants: row?.grants ?? [] }
}

/** The grant on which the team works or waits; there is one at most. PURE. */
export const inHand = (grants: readonly Grant[]): Grant | undefined =>
  grants.find(({ state }) => state === 'DRAFT' || state === 'ASKED' || state === 'RETURNED')
