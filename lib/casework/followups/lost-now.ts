import type { CaseRow } from '@/lib/casework/cases/scope'
import type { Ctx } from '@/lib/platform/gate/verb'
import { type Lost, lostContact } from './lost-contact'
import { attemptsOf } from './queries'

/** How far the attempts on a case have come today; `safeContact`: what its person said of being reached. */
export async function lostNow(ctx: Ctx, record: CaseRow, safeContact: string | null): Promise<Lost> {
  const { id, risk, lastContactOn, doNotContact } = record
  return lostContact({
    attempts: await attemptsOf(ctx, id),
    risk,
    lastContactOn,
    doNotContact,
    safeContact,
  })
}
