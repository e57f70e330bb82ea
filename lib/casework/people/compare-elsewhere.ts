import { sql } from 'drizzle-orm'
import type { Filed } from '@/lib/casework/tokens/keep-tokens'
import { compoundTokens, listed } from '@/lib/casework/tokens/make-tokens'
import type { Ctx } from '@/lib/platform/gate/verb'

/**
 * Compares the person of a file with everybody this session may not open. Nothing comes back: a file that is alike gets a task
 * for its own supervisor (ruling 14), once a pair.
 */
export async function compareElsewhere({ tx }: Ctx, { id, known }: Filed): Promise<void> {
  const [open, restricted] = (['open', 'restricted'] as const).map((book) =>
    listed(compoundTokens(known, book)),
  )
  if (open === '{}') return
  await tx.execute(sql`select app.compare_elsewhere(${id}::uuid, ${open}::bigint[], ${restricted}::bigint[])`)
}
