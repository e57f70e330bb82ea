import type { CaseRow } from '@/lib/casework/cases/scope'
import { unanswered } from '@/lib/casework/likeness/unanswered'
import { peopleOf } from '@/lib/casework/people/queries'
import type { Ctx } from '@/lib/platform/gate/verb'
import { afterPage } from './next-page'
import type { RegistrationPage } from './registration'

/**
 * Where a page that says who the person is leads: while registering, first to files of one's own reach that may be theirs.
 * Files out of reach are compared in the background and change nothing here.
 */
export async function afterFacts(ctx: Ctx, record: CaseRow, page: RegistrationPage): Promise<string> {
  const next = afterPage(record.code, record.state, page)
  const found = await unanswered(ctx, record, await peopleOf(ctx, record.id))
  return found.length > 0 ? `/cases/${record.code}/same` : next
}
