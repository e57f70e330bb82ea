import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { daysAfter, hoursAfter, isoDayOf } from '@/lib/base/time/days'
import { endTask } from '@/lib/casework/tasks/end-task'
import { openTask } from '@/lib/casework/tasks/open-task'
import { consents } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { caseKey } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { type Asked, type About as Judging, judgeAsked } from './asked'
import { CONFIRM_HOURS } from './confirmation'
import { consentPlace } from './detail'
import { saidBefore } from './queries'
import { WORDING_VERSION } from './read-aloud'
import type { Confirm } from './rule-book'
import { CARRYING_STATUSES } from './states'

/** The case an answer belongs to, as its rows carry it. */
export type ConsentOwner = { caseId: string; officeId: string; sensitivity: string }

export type ToWrite = {
  asked: Asked
  about: Omit<Judging, 'day' | 'restricted' | 'before' | 'partner'>
  partner?: string | null
  facts?: readonly string[]
  note?: string
  /** When the person answered, where that was before this moment: on the first page of a draft. */
  givenAt?: Date
  /** The person says that what runs already may go on. */
  keepsRunning?: boolean
}
export type Written =
  | { id: string; waits: 'SUPERVISOR' | 'COLLEAGUE' | null }
  | { invalid: Record<string, string> }

/**
 * The one way an answer becomes a row, for every door: judged by the table, written with what it was judged by, and put
 * before whoever must confirm it themselves. An answer is never rewritten; the newest decides. A no to something that has
 * no recipient ends the yes before it; where an agency received something, `withdraw-answer` has its cascade.
 */
export async function writeConsent(ctx: Ctx, owner: ConsentOwner, wanted: ToWrite): Promise<Written> {
  const { tx, actor } = ctx
  const { asked, about, partner = null, facts = [], note = '', givenAt = actor.now } = wanted
  const restricted = owner.sensitivity === 'S4'
  const before = await saidBefore(ctx, owner.caseId)
  const result = judgeAsked(asked, { ...about, day: isoDayOf(actor.now), restricted, before, partner })
  if (!result.ok) return { invalid: result.errors }
  const { judged, judgement } = result
  const yes = judgement.treatedAs === 'YES'
  if (!yes && partner === null && !wanted.keepsRunning) await endEarlier(ctx, owner.caseId, about)
  const id = randomUUID()
  const key = await caseKey(tx, owner, 'TEAM')
  const spoken = judged.giver !== 'NONE' && yes
  await tx.insert(consents).values({
    ...owner,
    id,
    purpose: about.purpose,
    partnerCode: partner,
    service: about.service || null,
    facts: yes ? [...facts] : [],
    status: judged.answer,
    mode: spoken ? asked.mode : null,
    giver: judged.giver,
    language: asked.language || null,
    wordingVersion: WORDING_VERSION,
    legalBasis: judgement.basis ?? 'CONSENT',
    givenAt,
    expiresOn: judgement.expiresDays === null ? null : isoDayOf(daysAfter(givenAt, judgement.expiresDays)),
    recordedBy: actor.userId,
    rule: judgement.rule,
    reason: judged.reason ?? null,
    situation: judged.situation,
    confirmBy: judgement.confirm?.by ?? null,
    keyId: key.id,
    detail: sealJson(key, consentPlace(id), { witness: asked.witness, note }),
  })
  if (judgement.confirm) await askToConfirm(ctx, owner, judgement.confirm.by, judged.reason ?? judgement.rule)
  // What runs with this partner rests on the newest yes, and is read until its last day.
  else if (yes && partner !== null) await tx.execute(sql`select app.carry_over(${id}::uuid)`)
  await endReview(ctx, owner.caseId)
  return { id, waits: judgement.confirm?.by ?? null }
}

/** Somebody else's own word is due within the hours of the first answer that waits for it: a second one moves nothing. */
async function askToConfirm(ctx: Ctx, { caseId }: ConsentOwner, by: Confirm['by'], reason: string) {
  const [first] = await ctx.tx.execute<{
    at: string
  }>(sql`select min(c.given_at)::text as at from app.consents c
    where c.case_id = ${caseId} and c.confirm_by = ${by} and ${inArray(sql`c.status`, [...CARRYING_STATUSES])}
      and not exists (select from app.consent_confirmations f where f.consent_id = c.id)`)
  await openTask(ctx, {
    kind: by === 'SUPERVISOR' ? 'CONFIRM_BEST_INTERESTS' : 'CONFIRM_VITAL',
    subject: { type: 'case', id: caseId },
    due: hoursAfter(first ? new Date(first.at) : ctx.actor.now, CONFIRM_HOURS),
    reason,
  })
}

/** The review of old answers is over when each of them has a newer one to the same, and nothing that runs rests on it. */
async function endReview(ctx: Ctx, caseId: string): Promise<void> {
  const [still] = await ctx.tx.execute<{ waits: boolean }>(
    sql`select app.answers_wait(${caseId}::uuid) as waits`,
  )
  if (still?.waits) return
  const subject = { type: 'case', id: caseId } as const
  await endTask(ctx, { kind: 'REVIEW_CONSENT', subject, outcome: 'ASKED_AGAIN' })
}

/** A no ends what was agreed before, for the purposes that name no recipient. */
async function endEarlier({ tx, actor }: Ctx, caseId: string, { purpose }: ToWrite['about']): Promise<void> {
  if (purpose === 'REFERRAL' || purpose === 'TRACING' || purpose === 'TRANSFER') return
  await tx
    .update(consents)
    .set({ status: 'WITHDRAWN', withdrawnAt: actor.now, version: sql`${consents.version} + 1` })
    .where(
      and(
        eq(consents.caseId, caseId),
        eq(consents.purpose, purpose),
        inArray(consents.status, [...CARRYING_STATUSES]),
      ),
    )
}
