import { and, desc, eq } from 'drizzle-orm'
import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { referralEvents, referrals } from '@/lib/platform/db/schema'
import { nameOf, type Overtaken } from '@/lib/platform/gate/overtaken'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Withdrawable } from './withdraw-consent'

/** The consent had ended when this withdrawal came: how, when and, where something stopped with it, by whom. */
export async function overtakenConsent(
  ctx: Ctx,
  { found, consent }: Withdrawable,
  reason: string,
): Promise<Overtaken | undefined> {
  if (reason !== 'consent-ended') return overtakenCase(ctx, found.record, reason)
  const said = consent.status === 'WITHDRAWN' ? await whoStopped(ctx, consent.id) : consent.recordedBy
  return {
    by: consent.status === 'EXPIRED' ? null : await nameOf(ctx.tx, said),
    at: consent.withdrawnAt ?? (consent.status === 'REFUSED' ? consent.givenAt : null),
    now: `consents.ended.${consent.status as 'WITHDRAWN' | 'REFUSED' | 'EXPIRED'}`,
    links: [
      { href: `/cases/${found.record.code}/consents`, label: 'consents.ended.back' },
      { href: `/cases/${found.record.code}`, label: 'forms.overtaken-open' },
    ],
  }
}

async function whoStopped({ tx }: Ctx, consentId: string): Promise<string | null> {
  const [last] = await tx
    .select({ by: referralEvents.actorId })
    .from(referralEvents)
    .innerJoin(referrals, eq(referrals.id, referralEvents.referralId))
    .where(and(eq(referrals.consentId, consentId), eq(referralEvents.verb, 'withdraw-consent')))
    .orderBy(desc(referralEvents.id))
    .limit(1)
  return last?.by ?? null
}
