import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { isUuid, UUID } from '@/lib/base/forms/uuid'
import { COUNTED_TO } from '@/lib/base/text/counted'
import { handOf } from '@/lib/casework/referrals/reach/hand'
import { within } from '@/lib/casework/referrals/reach/within'
import {
  keyOfSlip,
  receivedColumns,
  slipColumns,
  slipOfReferral,
} from '@/lib/casework/referrals/sharing/received-queries'
import { ownToVerify } from '@/lib/desks/directory/view-own-services'
import {
  offices,
  referralEvents,
  referralMessages,
  referrals,
  shares,
  vaultKeys,
} from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { orderOf, rowsOf, slicesOf, type Tab } from './tab-queries'

export const pageSize = 25

type Counted = Exclude<Tab, 'done'>
/** How many wait in each tab, what is over not counted; and how many entries of the directory this account is to verify. */
export async function countTabs({ tx, actor }: Ctx): Promise<Record<Counted | 'toVerify', number>> {
  const most = sql.raw(String(COUNTED_TO))
  const count = (tab: Counted) => {
    const parts = slicesOf(tab, actor.now).map(
      (slice) => sql`(select 1 from ${referrals} where ${and(within(actor), slice)} limit ${most})`,
    )
    return sql`(select count(*)::int from (select from (${sql.join(parts, sql` union all `)}) part limit ${most}) counted) as ${sql.identifier(tab)}`
  }
  const [row] = await tx.execute<Record<Counted | 'toVerify', number>>(
    sql`select ${sql.join([count('new'), count('answer'), count('progress'), count('report')], sql`, `)},
      ${ownToVerify(actor)} as "toVerify"`,
  )
  return row ?? { new: 0, answer: 0, progress: 0, report: 0, toVerify: 0 }
}

/** Where the next page starts: microseconds of the order's key, then the id. */
const cursorShape = new RegExp(String.raw`^(\d{1,16})_(${UUID})$`)

function after(tab: Tab, cursor: string | undefined): SQL | undefined {
  const [, micros, id] = cursorShape.exec(cursor ?? '') ?? []
  if (!micros || !id) return undefined
  const { key, newestFirst } = orderOf(tab)
  const start = sql`('epoch'::timestamptz + ${micros}::bigint * interval '1 microsecond', ${id}::uuid)`
  return newestFirst ? sql`(${key}, ${referrals.id}) < ${start}` : sql`(${key}, ${referrals.id}) > ${start}`
}

/** One page of a tab with the first slip of each row, still sealed; one row more than shown tells that there is more. */
export function listTab({ tx, actor }: Ctx, tab: Tab, cursor: string | undefined) {
  const { key, newestFirst } = orderOf(tab)
  const way = newestFirst ? desc : asc
  return tx
    .select({
      referral: receivedColumns,
      ...slipColumns,
      waits: sql<boolean>`app.reading_waits(${referrals.id})`,
      cursor: sql<string>`(extract(epoch from ${key}) * 1000000)::bigint::text || '_' || ${referrals.id}`,
    })
    .from(referrals)
    .leftJoin(shares, slipOfReferral(1))
    .leftJoin(vaultKeys, keyOfSlip)
    .where(and(within(actor), rowsOf(tab, actor.now), after(tab, cursor)))
    .orderBy(way(key), way(referrals.id))
    .limit(pageSize + 1)
}

/** On whose word it is shared: the person's, somebody's for them, or none and then on which ground. */
export type SharedOn = 'PERSON' | 'REPRESENTATIVE' | 'VITAL' | 'BEST_INTERESTS' | 'LEGAL_OBL'
const sharedOn = sql<SharedOn | null>`app.shared_on(${referrals.id})`
/** Said to this partner only, about a slip it reads now: the person has said no to contact since. */
const noContact = sql<boolean>`app.contact_ended(${referrals.id})`

/** An answer has to be asked again before this partner reads on; nothing is to be erased yet. */
const waits = sql<boolean>`app.reading_waits(${referrals.id})`
const hand = handOf(sql`${referrals.id}`)

/** Places of the papers on a slip whose bytes the case still keeps. */
const papersHere = sql<number[]>`array(select x.n::int from app.share_papers x where x.share_id = ${shares.id}
  and exists (select from app.document_pieces p where p.document_id = x.document_id) order by x.n)`

/** One referral with whatever slips open now and whom to call; nothing if it was not sent to this partner. */
export async function findReceived({ tx, actor }: Ctx, id: string) {
  if (!isUuid(id)) return undefined
  const rows = await tx
    .select({
      referral: receivedColumns,
      ...slipColumns,
      phone: offices.phone,
      sharedOn,
      noContact,
      waits,
      hand,
      papers: papersHere,
    })
    .from(referrals)
    .innerJoin(offices, eq(offices.id, referrals.officeId))
    .leftJoin(shares, slipOfReferral())
    .leftJoin(vaultKeys, keyOfSlip)
    .where(and(eq(referrals.id, id), within(actor)))
  const [first] = rows
  if (!first) return undefined
  const shown = first.referral.partnerDeletedAt ? [] : rows
  const sealed = (stage: 1 | 2) => shown.find(({ share, key }) => share?.stage === stage && key !== null)
  return {
    referral: first.referral,
    phone: first.phone,
    sharedOn: first.sharedOn,
    noContact: first.noContact,
    waits: first.waits,
    hand: first.hand,
    slip1: sealed(1),
    slip2: sealed(2),
    papers: sealed(2)?.papers ?? [],
  }
}

/** What happened since it was sent. */
export const eventsSinceSent = ({ tx }: Ctx, id: string) =>
  tx
    .select({
      verb: referralEvents.verb,
      at: referralEvents.at,
      from: referralEvents.fromState,
      to: referralEvents.toState,
      party: referralEvents.party,
      channel: referralEvents.channel,
      // Only what was this partner's own word.
      reason: referralEvents.theirReason,
    })
    .from(referralEvents)
    .where(eq(referralEvents.referralId, id))
    .orderBy(asc(referralEvents.id))

export const messagesOf = ({ tx }: Ctx, id: string) =>
  tx
    .select({
      id: referralMessages.id,
      at: referralMessages.at,
      party: referralMessages.party,
      keyId: referralMessages.keyId,
      paper: sql<{
        format: string
        size: number
      } | null>`(select json_build_object('format', d.format, 'size', d.size)
        from app.documents d where d.message_id = referral_messages.id)`,
      body: referralMessages.body,
    })
    .from(referralMessages)
    .where(eq(referralMessages.referralId, id))
    .orderBy(asc(referralMessages.at), asc(referralMessages.id))
