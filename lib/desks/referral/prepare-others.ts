import { sql } from 'drizzle-orm'
import { mayHelp } from '@/lib/casework/cases/policy'
import { caseInReach } from '@/lib/casework/cases/scope'
import { referralInReach } from '@/lib/casework/referrals/reach/scope'
import { type Attempt, attemptsJson, nextAfter } from '@/lib/casework/referrals/verbs/next-referral'
import { directory } from '@/lib/casework/services/queries'
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
  const [row] = await tx.execute<{ attempts: Attempt[] | null }>(
    sql`select ${attemptsJson(actor, file.record.id)} as attempts`,
  )
  const next = nextAfter(id, {
    attempts: row?.attempts ?? [],
    entries: await directory(reading, { office, service }),
    cercle: file.record.cercle,
    now: actor.now,
  })
  if (!next) return { missing: subject }
  const { offered, left } = next
  return { view: { id, code: found.caseCode, service, offered, left }, subject: about }
}
