import type { Ctx } from '@/lib/platform/gate/verb'
import { denied, type Verdict } from '@/lib/platform/gate/verdict'
import type { ConsentRow } from './cover'
import { newestFor } from './newest'
import { consentsOf } from './queries'
import type { About } from './question'
import { CARRYING_STATUSES } from './states'

/**
 * Whether a person has agreed to a file. Before that nothing of them is written: no name, no words, no concern; help that
 * is given anyway is kept in codes. `app.answered` in the database says the same.
 */

/** The newest answer for a purpose decides. PURE. */
export const latestOf = (consents: readonly ConsentRow[], purpose: string): ConsentRow | undefined =>
  newestFor(consents, { purpose, partner: null, service: null })

/** Whether the newest answer about this is a yes, or what stands for one until somebody confirms it. PURE. */
export function saidYesTo(consents: readonly ConsentRow[], about: About): boolean {
  const answer = newestFor(consents, about)
  return answer !== undefined && CARRYING_STATUSES.includes(answer.status) && answer.withdrawnAt === null
}

/** Whether the newest answer lets us keep a file: a yes, or what stands for one until somebody confirms it. PURE. */
export const saidYes = (consents: readonly ConsentRow[]): boolean =>
  saidYesTo(consents, { purpose: 'CASE_MGMT', partner: null, service: null })

type Record = { state: string; id: string }

/** Whether words about this person may be kept: the case is past registration, or they said yes to it. */
export const answered = async (ctx: Ctx, { state, id }: Record): Promise<boolean> =>
  state !== 'DRAFT' || saidYes(await consentsOf(ctx, id))

/** What may be done anyway, and only after a yes. PURE. */
export const onlyAfterYes = (verdict: Verdict, yes: boolean): Verdict =>
  verdict.allowed && !yes ? denied('ask-first') : verdict
