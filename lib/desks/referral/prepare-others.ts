import { and, eq, inArray, sql } from 'drizzle-orm'
import { mayHelp } from '@/lib/casework/cases/policy'
import { caseInReach } from '@/lib/casework/cases/scope'
import { ASKED_FIRST } from '@/lib/casework/referrals/harm/kinds'
import { referralInReach } from '@/lib/casework/referrals/reach/scope'
import { nextBest, type Tried } from '@/lib/casework/services/next-best'
import { directory } from '@/lib/casework/services/queries'
import { referrals } from '@/lib/platform/db/schema'
import type { Reading } from '@/lib/platform/gate/read'
import type { Ctx } from '@/lib/platform/gate/verb'

/** After a no, an absence or a refusal: who else offers the same service for this person, best first. */
export async function prepareOthers(reading: Reading, id: string) {
  const subject = { type: 'referral', id }
  const found = await referralInReach(reading, id)
  const file = found && (await caseInReach(reading, found.caseCode))
  if (!found || !file) return { missing: subject }
  const about = { ...subject, caseId: found.referral.caseId }
  const verdict = mayHelp(reading.actor, file)
  if (!verdict.allowed) return { refused: verdict.reason, subject: about }
  const { service, partnerCode: partner, officeId: office, state, caseId } = found.referral
  const tried = await triedBefore(reading, caseId, service)
  const { cercle } = file.record
  const entries = await directory(reading, { office, service })
  const best = nextBest(entries, { cercle, tried, now: reading.actor.now })
  return { view: { id, code: found.caseCode, service, partner, state, ...best }, subject: about }
}

/** Every partner asked for this service for this person, with a harm that has to be asked about. */
const triedBefore = ({ tx }: Pick<Ctx, 'tx'>, caseId: string, service: string): Promise<Tried[]> =>
  tx
    .select({
      partner: referrals.partnerCode,
      state: sql<string>`${referrals.state}`,
      harmed: sql<boolean>`exists (select from app.harm_reports h where h.referral_id = referrals.id
        and ${inArray(sql`h.kind`, ASKED_FIRST)})`,
    })
    .from(referrals)
    .where(and(eq(referrals.caseId, caseId), eq(referrals.service, service)))
