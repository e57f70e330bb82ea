import { sql } from 'drizzle-orm'
import { mayHelp } from '@/lib/casework/cases/policy'
import { caseInReach } from '@/lib/casework/cases/scope'
import { referralInReach } from '@/lib/casework/referrals/reach/scope'
import { type Attempt, attemptsJson, nextAfter } from '@/lib/casework/referrals/verbs/next-referral'
import { directoryBeside } from '@/lib/casework/services/queries'
import type { Reading } from '@/lib/platform/gate/read'

/** After a no, an absence or a refusal: who else offers the same service for this person, best first. */
export async function prepareOthers(reading: Reading, id: string) {
  const subject = { type: 'referral', id }
  const found = await referralInReach(reading, id)
  const file = found && (await caseInReach(reading, found.caseCode))
  if (!found || !file) return { missing: subject }
  const about = { ...subject, caseId: found.referral.caseId }
  const verdict = mayHelp(reading.actor, file)
  if (!verdict.allowed) return { refused: verdict.reason, subject: about }
  const { service, officeId: office } = found.referral
  const { actor, tx } = reading
  const asked = attemptsJson(actor, file.record.id)
  const { entries, beside } = await directoryBeside(reading, { office, service }, asked)
  const [alone] =
    entries.length > 0
      ? []
      : await tx.execute<{ attempts: Attempt[] | null }>(sql`select ${asked} as attempts`)
  const next = nextAfter(id, {
    attempts: beside ?? alone?.attempts ?? [],
    entries,
    cercle: file.record.cercle,
    now: actor.now,
  })
  if (!next) return { missing: subject }
  const { offered, left } = next
  return { view: { id, code: found.caseCode, service, offered, left }, subject: about }
}
