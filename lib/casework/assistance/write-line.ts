import { randomUUID } from 'node:crypto'
import { meetCare } from '@/lib/casework/cases/care'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { assistance } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { LineValues } from './form'
import type { Fund } from './funds'
import type { Reach } from './whom'

type Line = Pick<LineValues, 'service' | 'givenOn'> & { quantity: number | null; unit: string } & Fund & Reach

/** Writes a line on a case that is locked, and ends the care in time that it is. Answers its id. */
export async function writeLine(ctx: Ctx, record: CaseRow, line: Line): Promise<string> {
  const { id: caseId, officeId, sensitivity } = record
  const { service, givenOn, unit, donor, projectId, forWhom, forPeople, reached } = line
  const id = randomUUID()
  await ctx.tx.insert(assistance).values({
    id,
    caseId,
    officeId,
    sensitivity,
    service,
    quantity: Number(line.quantity),
    unit,
    givenOn,
    donor,
    projectId,
    forWhom,
    forPeople,
    reached,
    givenBy: ctx.actor.userId,
  })
  await meetCare(ctx, caseId, { by: 'help', service })
  return id
}
