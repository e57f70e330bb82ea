import { randomUUID } from 'node:crypto'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { appointments } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type OpenKey, seal } from '@/lib/platform/vault/seal'
import { type Sealed, sealedPlace } from './sealed'

type New = { sealed: Sealed; key: OpenKey; kind: string | null; startsAt: Date; withId: string | null }
type Before = { movedFrom?: string }

/** A new row in one's own name; its id. */
export async function insert(
  ctx: Ctx,
  record: CaseRow,
  { sealed, key, ...row }: New & Before,
): Promise<string> {
  const id = randomUUID()
  const { id: caseId, officeId, sensitivity } = record
  await ctx.tx.insert(appointments).values({
    ...row,
    id,
    caseId,
    officeId,
    sensitivity,
    bookedBy: ctx.actor.userId,
    keyId: key.id,
    words: seal(key, sealedPlace(id), JSON.stringify(sealed)),
  })
  return id
}
