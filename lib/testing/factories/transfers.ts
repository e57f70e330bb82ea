import { sql } from 'drizzle-orm'
import { POST as offer } from '@/app/api/v1/cases/[code]/offer-transfer/route'
import { POST as accept } from '@/app/api/v1/transfers/[id]/accept/route'
import { POST as refuse } from '@/app/api/v1/transfers/[id]/refuse/route'
import { POST as withdraw } from '@/app/api/v1/transfers/[id]/withdraw/route'
import type { RawValues } from '@/lib/base/forms/form'
import { waitingPage } from '@/lib/casework/tasks/waiting'
import { as, type SignedIn } from '../actors'
import { root } from '../database'
import { type Endpoint, post } from '../requests'
import { insertCases } from './case-rows'
import type { ReferralSpec } from './referral-rows'
import { ordinaryCase } from './walk'

export type Moving = { id: string; code: string }
type More = {
  sensitivity?: 'S3' | 'S4'
  members?: readonly SignedIn[]
  named?: readonly SignedIn[]
  referrals?: readonly ReferralSpec[]
}

/** An open case of Mopti that may move. */
export async function caseOf(lead: SignedIn, more: More = {}): Promise<Moving> {
  const { sensitivity = 'S3', members = [], named = [], referrals = [] } = more
  const spec = ordinaryCase(lead.id, referrals)
  await insertCases([
    {
      ...spec,
      sensitivity,
      members: [
        ...spec.members,
        ...members.map(({ id }) => ({ userId: id, capacity: 'MEMBER' as const })),
        ...named.map(({ id }) => ({ userId: id, capacity: 'NAMED_SUPERVISOR' as const })),
      ],
    },
  ])
  const [row] = await root()`select code from app.cases where id = ${spec.id}`
  return { id: spec.id, code: String(row?.code) }
}

/** What came of it: where it leads, or why it was refused. */
export async function came(
  endpoint: Endpoint,
  as: SignedIn,
  params: Record<string, string>,
  values: RawValues,
) {
  const response = await post(endpoint, { as, params, values, json: true })
  const body = (await response.json()) as {
    location?: string
    error?: { reason?: string; fields?: Record<string, string> }
  }
  if (response.status < 300) return body.location ?? ''
  return body.error?.reason ?? String(response.status)
}

export const versionOf = async ({ id }: Moving) =>
  String((await root()`select version from app.cases where id = ${id}`)[0]?.version)
export const offerOf = async ({ id }: Moving) => {
  const [row] =
    await root()`select * from app.case_transfers where case_id = ${id} order by offered_at desc, id limit 1`
  return row as undefined | Record<string, unknown>
}
const ofOffer = async (one: Moving) => {
  const row = await offerOf(one)
  return { id: String(row?.id), version: String(row?.version) }
}

export const offers = async (by: SignedIn, one: Moving, to = 'GAO', changes: Record<string, string> = {}) =>
  came(
    offer,
    by,
    { code: one.code },
    {
      to,
      transferReason: 'MOVED',
      said: 'AGREED',
      word: 'Chez sa sœur à Gao.',
      _version: await versionOf(one),
      ...changes,
    },
  )
export async function accepts(by: SignedIn, one: Moving, lead: SignedIn) {
  const { id, version } = await ofOffer(one)
  return came(accept, by, { id }, { lead: lead.id, _version: version })
}
export async function refuses(by: SignedIn, one: Moving, refusal = 'NO_CAPACITY') {
  const { id, version } = await ofOffer(one)
  return came(refuse, by, { id }, { refusal, _version: version })
}
export async function withdraws(by: SignedIn, one: Moving) {
  const { id, version } = await ofOffer(one)
  return came(withdraw, by, { id }, { _version: version })
}

export const opens = async (who: SignedIn, { id }: Moving) =>
  (await as(who, ({ tx }) => tx.execute(sql`select id from app.cases where id = ${id}::uuid`))).length === 1
/** What stands of this case among the offers of a supervisor's queue. */
export const queued = (who: SignedIn, { code }: Moving) =>
  as(who, (ctx) => waitingPage(ctx, { kind: 'transfer', size: 50 })).then(({ rows }) =>
    rows.filter((row) => row.code === code),
  )
