import { and, eq } from 'drizzle-orm'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { within } from '@/lib/casework/cases/within'
import { cases } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'

/** The case as it stands after a line ended: the database may have taken its first action and last contact back. */
export async function againIn({ tx, actor }: Ctx, { id }: Pick<CaseRow, 'id'>): Promise<CaseRow> {
  const [row] = await tx
    .select()
    .from(cases)
    .where(and(eq(cases.id, id), within(actor)))
  if (!row) throw new Error('a locked case is gone')
  return row
}
