import { sql } from 'drizzle-orm'
import { carried, tick } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { mayMove } from '@/lib/casework/cases/policy'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { consentsOf } from '@/lib/casework/consents/queries'
import { peopleOf, principalOf } from '@/lib/casework/people/queries'
import { canonicalPayload } from '@/lib/casework/referrals/sharing/payload'
import { taskHeldByOther } from '@/lib/casework/tasks/waiting-item'
import { agreedAgencies } from '@/lib/casework/transfers/agreed-agencies'
import { asBytes } from '@/lib/casework/transfers/as-bytes'
import { summaryPlace } from '@/lib/casework/transfers/note-place'
import { type OwnOffer, onOwnOffer } from '@/lib/casework/transfers/own-offer'
import { summaryOf } from '@/lib/casework/transfers/summary'
import type { Actor } from '@/lib/platform/access/actor'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { openKeys } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { leftField } from './ask-closure'
import { blockersOf, isForDecider, readLeft, stillHolding } from './blockers'
import { keptIfClosed, type RetentionSettings, retentionSettings } from './closing'

/** `handed`: the paper is in the agency's hands, and the person knows whom to reach. */
export const handOutForm = form({
  noun: 'transfers',
  fields: { left: carried(leftField), handed: tick() },
  check: ({ handed }): Record<string, string> => (handed ? {} : { handed: 'required' }),
})

/** A supervisor who did not record the agency's yes, while that yes waits. PURE. */
export function mayHandOut(actor: Actor, { row, reach }: Pick<OwnOffer, 'row' | 'reach'>): Verdict {
  const verdict = mayMove('hand-out', actor, reach)
  if (!verdict.allowed) return verdict
  if (row.kind !== 'EXTERNAL' || row.state !== 'ACCEPTED') return denied('transfer-answered')
  return row.answeredBy === actor.userId ? denied('transfer-own-answer') : allowed
}

/** How long the case is kept once it is handed out today. */
export async function keptIfHandedOut(ctx: Ctx, { record }: CaseInReach) {
  const person = principalOf(await peopleOf(ctx, record.id))
  if (!person) throw new Error('a case without its person')
  const [row] = await ctx.tx.execute<{ settings: RetentionSettings | null }>(
    sql`select ${retentionSettings} as settings`,
  )
  return keptIfClosed(
    { ...record, closureReason: 'TRANSFERRED' },
    { person, settings: row?.settings ?? {}, now: ctx.actor.now },
  )
}

/** The consent a hand-over rests on, while it is the person's newest word and in force. */
export async function consentOfOffer(ctx: Ctx, { row }: Pick<OwnOffer, 'row'>) {
  return agreedAgencies(await consentsOf(ctx, row.caseId), ctx.actor.now).find(
    ({ id }) => id === row.consentId,
  )
}

/**
 * The case leaves: the agency has said yes, the paper is in its hands, what is still open is settled or knowingly left. OPEN
 * becomes TRANSFERRED, with the day of its erasure; the paper stays sealed beside the offer.
 */
export const handOutCase = verb({
  ...onOwnOffer,
  name: 'case.hand-out',
  roles: ['SUPERVISOR'],
  form: handOutForm,
  page: ({ code }) => `/cases/${code}/transfer/hand-out`,
  held: (ctx, { row }) => taskHeldByOther(ctx, row.caseId, 'HAND_OUT'),
  policy: (actor, found) => mayHandOut(actor, found),
  apply: async (ctx, found, { left }) => {
    const { row } = found
    const reach = await caseInReach(ctx, row.code, true)
    const consent = await consentOfOffer(ctx, found)
    if (!reach || !consent?.partner) return { invalid: { handed: 'not-agreed' } }
    const { record } = reach
    const blockers = (await blockersOf(ctx, record, 'TRANSFERRED')).filter((one) => !isForDecider(one))
    if (stillHolding(blockers, left).length > 0) return { invalid: { left: 'held-back' } }
    const key = (await openKeys(ctx.tx, [row.keyId])).get(row.keyId)
    if (!key) return { conflict: true }
    const reasons = readLeft(left)
    const kept = blockers.map(({ id }) => `${id}:${reasons.get(id)}`)
    const paper = await summaryOf(ctx, record, { partner: consent.partner, facts: consent.facts })
    const sealed = seal(key, summaryPlace(row.id), canonicalPayload(paper))
    const [noted] = await ctx.tx.execute<{ came: string }>(sql`select app.note_hand_out(${row.id}::uuid,
      ${sql.param(`{${kept.join(',')}}`)}::text[], ${asBytes(sealed)}) as came`)
    if (noted?.came !== 'done') return { conflict: true }
    const retention = await keptIfHandedOut(ctx, reach)
    const moved = await touchCase(ctx, record, {
      move: 'hand-out',
      eraseOn: retention.eraseOn,
      retentionClass: retention.class,
    })
    if (!moved) throw new Error('a locked case did not move')
    return {
      location: `/cases/${record.code}?done=handed-out`,
      id: record.code,
      detail: { retention: retention.class, kept: kept.length },
    }
  },
})
