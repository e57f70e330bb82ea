import { randomUUID } from 'node:crypto'
import { harmPlace } from '@/lib/base/addresses/referral-places'
import { openTask } from '@/lib/casework/tasks/open-task'
import { harmReports } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { caseKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import type { ReferralRow } from '../reach/scope'
import type { HarmKind } from './kinds'

/**
 * The supervisors hear it, within the hours of its kind. Neither the state of the referral nor anything the partner
 * reads changes. The words are sealed for the team.
 */
export async function reportToSupervisors(
  ctx: Ctx,
  referral: ReferralRow,
  heard: { kind: HarmKind; words: string },
): Promise<void> {
  const { tx, actor } = ctx
  const { id: referralId, caseId, officeId, sensitivity } = referral
  const owner = { caseId, officeId, sensitivity }
  const id = randomUUID()
  const key = heard.words === '' ? undefined : await caseKey(tx, owner, 'TEAM')
  const [row] = await tx
    .insert(harmReports)
    .values({
      ...owner,
      id,
      referralId,
      kind: heard.kind,
      reportedBy: actor.userId,
      ...(key && { keyId: key.id, words: seal(key, harmPlace(id), heard.words) }),
    })
    .returning({ due: harmReports.dueAt })
  await openTask(ctx, {
    kind: 'HARM',
    subject: { type: 'referral', id: referralId },
    due: row?.due ?? null,
    reason: heard.kind,
  })
}
