import { isCode } from '@/lib/base/codes/codes'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { raiseDanger } from '@/lib/casework/notes/danger'
import type { Ctx } from '@/lib/platform/gate/verb'
import { flagsOf } from './effects'
import type { Answers, Result } from './instrument'

type Said = { id: string; answers: Answers; results: readonly Result[]; danger: readonly string[] }

/** What a finished assessment sets going: flags that the author ticked among those its results propose. */
export async function follow(
  ctx: Ctx,
  { record }: { record: CaseRow },
  { results, danger }: Said,
): Promise<void> {
  const proposed = flagsOf(results)
  for (const flag of danger)
    if (isCode('danger_flag', flag) && proposed.includes(flag)) await raiseDanger(ctx, record, flag)
}
