import { and, eq, inArray, sql } from 'drizzle-orm'
import type { CaseInReach } from '@/lib/casework/cases/scope'
import type { SaidConsent } from '@/lib/casework/consents/consent-rows'
import { newestFor } from '@/lib/casework/consents/newest'
import { ASKED_FIRST } from '@/lib/casework/referrals/harm/kinds'
import { purposeOf } from '@/lib/casework/referrals/sharing/cover'
import { type NextBest, nextBest, type Tried } from '@/lib/casework/services/next-best'
import type { Entry } from '@/lib/casework/services/ranking'
import { referrals } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** One attempt to get this service for this person. */
type Attempt = Tried & { id: string; service: string }

/** Every partner asked for the service of this referral for this person, with a harm that has to be asked about. */
const triedBefore = ({ tx }: Pick<Ctx, 'tx'>, caseId: string, id: string): Promise<Attempt[]> =>
  tx
    .select({
      id: referrals.id,
      service: referrals.service,
      partner: referrals.partnerCode,
      state: sql<string>`${referrals.state}`,
      harmed: sql<boolean>`exists (select from app.harm_reports h where h.referral_id = referrals.id
        and ${inArray(sql`h.kind`, ASKED_FIRST)})`,
    })
    .from(referrals)
    .where(
      and(
        eq(referrals.caseId, caseId),
        sql`${referrals.service} = (select r.service from app.referrals r where r.id = ${id} and r.case_id = ${caseId})`,
      ),
    )

/** The referral that the next one follows, and who can be asked instead, best first. */
export type NextReferral = NextBest & { after: Attempt }

/** What follows this referral of the case; nothing where it is none of this case's. */
export async function nextAfter(
  reading: Ctx,
  { record }: Pick<CaseInReach, 'record'>,
  { id, entries }: { id: string; entries: readonly Entry[] },
): Promise<NextReferral | undefined> {
  const tried = await triedBefore(reading, record.id, id)
  const after = tried.find((one) => one.id === id)
  if (!after) return undefined
  const same = entries.filter(({ service }) => service === after.service)
  return { after, ...nextBest(same, { cercle: record.cercle, tried, now: reading.actor.now }) }
}

/** Ways to answer that leave a paper or need somebody beside: said anew each time. */
const DONE_ANEW = ['SIGN', 'THUMB', 'VERBAL_WIT']

/**
 * How they answered for this service last: who, in which language, and how, unless that was an act of that day. The
 * answer itself is never among it: it was for another recipient. PURE.
 */
export function askedLast(consents: readonly SaidConsent[], { partner, service }: Attempt) {
  const last = newestFor(consents, { purpose: purposeOf(service), partner, service })
  const { giver = null, language = null, mode = null } = last ?? {}
  return { giver: giver ?? '', language: language ?? '', mode: mode && !DONE_ANEW.includes(mode) ? mode : '' }
}
