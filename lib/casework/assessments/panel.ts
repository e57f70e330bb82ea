import { inArray, sql } from 'drizzle-orm'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import { panelDecisions } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { unwrap } from '@/lib/platform/vault/keys'
import { unseal } from '@/lib/platform/vault/seal'
import { callsForPanel, resultsNamed } from './effects'
import { type Opened, openedLike } from './queries'

export const panelPlace = (id: string) => ({ table: 'app.panel_decisions', column: 'words', row: id })

export type Panel = { decision: 'AGREED' | 'OTHER' | 'MORE'; on: string; by: string; words: string }

/** What the panel decided on an assessment; nothing where it has not, or its key is out of reach. */
export async function panelOf({ tx, actor }: Ctx, id: string): Promise<Panel | undefined> {
  const [row] = await tx.execute<{
    decision: Panel['decision']
    decided_on: string
    by: string
    key: string
    wrapped: Buffer
    words: Buffer
  }>(sql`select p.decision, p.decided_on::text, u.name as by, k.id as key, k.wrapped, p.words from app.panel_decisions p
    join vault.keys k on k.id = p.key_id join access.users u on u.id = p.decided_by
    where p.assessment_id = ${id} and ${inReachedCase(actor, placeOf('p'))}`)
  if (!row) return undefined
  const key = unwrap({ id: row.key, wrapped: row.wrapped })
  const words = unseal(key, panelPlace(id), row.words).toString('utf8')
  return { decision: row.decision, on: row.decided_on, by: row.by, words }
}

/** Whether a panel decides on what was assessed here, by what its newest version says. PURE. */
export const wantsPanel = ({ instrument, results, versions }: Opened): boolean =>
  callsForPanel({ answers: versions[0]?.answers, results: resultsNamed(instrument, results) })

/** Whether the panel still has to decide on an assessment that was finished after this one: its task is that one's. */
export async function newerWaits(ctx: Ctx, caseId: string, id: string): Promise<boolean> {
  const like = await openedLike(ctx, caseId, { id })
  const since = like.find((one) => one.id === id)?.finishedAt
  const newer = like.filter((one) => since && one.finishedAt && one.finishedAt > since && wantsPanel(one))
  if (newer.length === 0) return false
  const ids = newer.map((one) => one.id)
  const decided = await ctx.tx
    .select({ id: panelDecisions.assessmentId })
    .from(panelDecisions)
    .where(inArray(panelDecisions.assessmentId, ids))
  return decided.length < ids.length
}
