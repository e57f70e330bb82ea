import { inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { carried, choice, tick } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { uuid } from '@/lib/base/forms/uuid'
import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { closingWaits, mayMove } from '@/lib/casework/cases/policy'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { OFFERED_WITHDRAW_REASONS } from '@/lib/casework/referrals/machine/reasons'
import type { ReferralRow } from '@/lib/casework/referrals/reach/scope'
import { endShares } from '@/lib/casework/referrals/sharing/seal-payload'
import { moveReferral } from '@/lib/casework/referrals/verbs/move-referral'
import { endTask } from '@/lib/casework/tasks/end-task'
import { endsWithConsent } from '@/lib/casework/tasks/kinds'
import { tasksOfCase } from '@/lib/casework/tasks/queries'
import type { Actor } from '@/lib/platform/access/actor'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { consents } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import type { Verdict } from '@/lib/platform/gate/verdict'
import { type CaseWork, caseWorkInReach, endingOf } from './case-work'

const ids = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(uuid('not-a-code')).max(60, { error: 'too-long' }),
)

/** Nobody owes a reason. `keep`: partners at work that the person wants to go on; everything else stops. */
export const withdrawCaseForm = form({
  noun: 'cases',
  fields: { withdrawReason: choice(OFFERED_WITHDRAW_REASONS), keep: carried(ids), told: tick() },
})

/**
 * The case team, while the work goes on: a person may always end their file, also after an answer was noted, and while a
 * closing asked for another reason waits. PURE.
 */
export const mayWithdrawCase = (actor: Actor, { found }: Pick<CaseWork, 'found'>): Verdict =>
  mayMove('withdraw-case-consent', actor, found)

/**
 * The person wants no file any more. One transaction: the consents end, open referrals stop and nobody reads them, what
 * was not sent never leaves, tasks that rest on the consent end, and the case waits to be closed by a supervisor.
 */
export const withdrawCaseConsent = verb({
  name: 'case.withdraw-consent',
  session: 'staff',
  roles: caseworkerRoles,
  form: withdrawCaseForm,
  page: ({ code }) => `/cases/${code}/withdraw`,
  scope: (ctx, { code }) => caseWorkInReach(ctx, code, true),
  policy: (actor, work) => mayWithdrawCase(actor, work),
  overtaken: (ctx, { found }, reason) => overtakenCase(ctx, found.record, reason),
  version: ({ found }) => found.record.version,
  audit: ({ code = '' }, work) => ({ type: 'case', id: code, caseId: work?.found.record.id ?? null }),
  apply: async (ctx, work, { withdrawReason: reason, keep, told }) => {
    const { record } = work.found
    const asked = work.all.filter((one) => endingOf(one, work.carrying) === 'asked').map(({ id }) => id)
    if (!keep.every((id) => asked.includes(id))) return { invalid: { keep: 'not-a-code' } }
    const stopped = await stopCaseWork(ctx, work, { reason, keep })
    return {
      location: `/cases/${record.code}?done=withdrawn`,
      id: record.code,
      detail: { reason, stopped, kept: keep.length, told },
    }
  },
})

/**
 * Everything that ending the file does, in the caller's transaction, on rows that are locked. Answers how many referrals
 * stopped. For every door at which a person says no to their file.
 */
export async function stopCaseWork(
  ctx: Ctx,
  work: CaseWork,
  { reason, keep, contactOn }: { reason: string; keep: readonly string[]; contactOn?: string },
): Promise<number> {
  await endConsents(ctx, work, keep)
  let stopped = 0
  for (const referral of work.all)
    if (keep.includes(referral.id)) await endClock(ctx, referral)
    else if (await endReferral(ctx, work, { referral, reason })) stopped += 1
  const { record } = work.found
  await endTasks(ctx, record.id)
  const ended = closingWaits(record)
    ? await touchCase(ctx, record, { closureReason: 'CONSENT_WITHDRAWN', contactOn })
    : await touchCase(ctx, record, { move: 'withdraw-case-consent', contactOn })
  if (!ended) throw new Error('a locked case did not move')
  return stopped
}

/** Statistics stay as the person answered; a partner that goes on keeps the consent given for it. */
async function endConsents(
  { tx, actor }: Ctx,
  { carrying, all }: CaseWork,
  keep: readonly string[],
): Promise<void> {
  const needed = all.filter(({ id }) => keep.includes(id)).map(({ consentId }) => consentId)
  const ending = carrying.filter(({ id, purpose }) => purpose !== 'STATS' && !needed.includes(id))
  await tx
    .update(consents)
    .set({ status: 'WITHDRAWN', withdrawnAt: actor.now, version: sql`${consents.version} + 1` })
    .where(
      inArray(
        consents.id,
        ending.map(({ id }) => id),
      ),
    )
}

/** Stops a referral that is under way and ends what its partner reads. True when something stopped. */
async function endReferral(
  ctx: Ctx,
  work: CaseWork,
  { referral, reason }: { referral: ReferralRow; reason: string },
): Promise<boolean> {
  const ending = endingOf(referral, work.carrying)
  if (ending === 'nothing') return false
  await endShares(ctx, referral.id)
  if (ending === 'unshared') return false
  const moved = await moveReferral(ctx, referral, { verb: 'withdraw-consent', party: 'team', reason })
  if (!moved) throw new Error('a locked referral did not stop')
  await ctx.tx.execute(sql`select jobs.cancel('send-referral', ${referral.id})`)
  return true
}

/** The partner goes on without us: our clock ends. */
const endClock = ({ tx }: Ctx, referral: ReferralRow) =>
  tx.execute(sql`select app.end_clock(${referral.id}::uuid)`)

async function endTasks(ctx: Ctx, caseId: string): Promise<void> {
  for (const { kind, subjectType, subjectId } of await tasksOfCase(ctx, caseId))
    if (endsWithConsent(kind))
      await endTask(ctx, {
        kind,
        subject: { type: subjectType, id: subjectId },
        as: 'DROPPED',
        outcome: 'CONSENT_WITHDRAWN',
      })
}
