import { randomUUID } from 'node:crypto'
import { unitOf } from '@/lib/base/codes/codes'
import type { CodeOf } from '@/lib/base/codes/lists'
import { meetCare } from '@/lib/casework/cases/care'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { assistance } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

type Given = { service: CodeOf<'service_type'>; quantity: number; givenOn: string; donor: CodeOf<'donor'> }

/** One help that was given, in its service's own unit, and the care it meets. Its id; nothing for a service that is not counted. */
export async function writeAssistance(ctx: Ctx, record: CaseRow, given: Given): Promise<string | undefined> {
  const unit = unitOf(given.service)
  if (!unit) return undefined
  const { id: caseId, officeId, sensitivity } = record
  const id = randomUUID()
  await ctx.tx
    .insert(assistance)
    .values({ ...given, id, caseId, officeId, sensitivity, unit, givenBy: ctx.actor.userId })
  await meetCare(ctx, caseId, { by: 'help', service: given.service })
  return id
}
