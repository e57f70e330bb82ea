import { and, asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { carried, choice } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { isUuid } from '@/lib/base/forms/uuid'
import { onTeam } from '@/lib/casework/cases/policy'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { type ConsentStatus, nextConsent } from '@/lib/casework/consents/states'
import { within } from '@/lib/casework/consents/within'
import { OFFERED_WITHDRAW_REASONS } from '@/lib/casework/referrals/machine/reasons'
import type { ReferralRow } from '@/lib/casework/referrals/reach/scope'
import { within as referralWithin } from '@/lib/casework/referrals/reach/within'
import { withdrawAnswer } from '@/lib/casework/referrals/verbs/withdraw-answer'
import type { Actor } from '@/lib/platform/access/actor'
import { caseworkerRoles, isCaseworker } from '@/lib/platform/access/roles'
import { consents, referrals } from '@/lib/platform/db/schema'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { overtakenConsent } from './overtaken-consent'

/** `code`: the case the page stands on. Nobody owes a reason; NOT_SAID is a full answer. */
export const withdrawForm = form({
  noun: 'referrals',
  fields: {
    code: carried(z.string({ error: 'required' }).max(20)),
    withdrawReason: choice(OFFERED_WITHDRAW_REASONS),
  },
})

export type Withdrawable = {
  found: CaseInReach
  consent: typeof consents.$inferSelect
  /** Referrals that rest on it, as they stand. */
  resting: ReferralRow[]
}

/** The consent with its case and all that rests on it, inside the actor's reach. `lock`: case, consent, referrals. */
export async function consentInReach(
  ctx: Ctx,
  where: { code: string; id: string | undefined },
  lock = false,
): Promise<Withdrawable | undefined> {
  if (!isUuid(where.id)) return undefined
  const found = await caseInReach(ctx, where.code, lock)
  if (!found) return undefined
  const ofCase = and(eq(consents.id, where.id), eq(consents.caseId, found.record.id), within(ctx.actor))
  const one = ctx.tx.select().from(consents).where(ofCase)
  const [consent] = lock ? await one.for('update') : await one
  if (!consent) return undefined
  const all = ctx.tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.consentId, consent.id), referralWithin(ctx.actor)))
    .orderBy(asc(referrals.id))
  return { found, consent, resting: lock ? await all.for('update') : await all }
}

/** The case team, while the consent still carries; also of a closed case, whose partners may still read. PURE. */
export function mayWithdraw(actor: Actor, { found, consent }: Withdrawable): Verdict {
  if (!isCaseworker(actor.role) || !onTeam(found)) return denied('case-team-only')
  // The consent to the file itself ends all work: it has a page and a verb of its own.
  if (consent.purpose === 'CASE_MGMT') return denied('consent-of-the-file')
  return nextConsent(consent.status as ConsentStatus, 'withdraw') ? allowed : denied('consent-ended')
}

/**
 * One transaction: the consent ends, open referrals stop, and no partner reads anything of it from here on. Taking back
 * the yes to contact stops calls.
 */
export const withdrawConsent = verb({
  name: 'consent.withdraw',
  session: 'staff',
  roles: caseworkerRoles,
  form: withdrawForm,
  page: ({ id }, { code }) => `/cases/${code}/consents/${id}/withdraw`,
  scope: (ctx, { id }, { code }) => consentInReach(ctx, { code, id }, true),
  policy: (actor, row) => mayWithdraw(actor, row),
  version: ({ consent }) => consent.version,
  overtaken: (ctx, row, reason) => overtakenConsent(ctx, row, reason),
  audit: ({ id = '' }, row) => ({ type: 'consent', id, caseId: row?.found.record.id ?? null }),
  apply: async (ctx, { found, consent }, { withdrawReason: reason }) => {
    const stopped = await withdrawAnswer(ctx, consent, reason)
    if (consent.purpose === 'CONTACT' && !(await touchCase(ctx, found.record, { doNotContact: true })))
      return { conflict: true }
    return {
      location: `/cases/${found.record.code}/consents?withdrawn=1`,
      id: consent.id,
      detail: { stopped },
    }
  },
})
