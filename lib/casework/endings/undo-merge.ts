import { sql } from 'drizzle-orm'
import { refileCase } from '@/lib/casework/cases/refile-case'
import { caseInReach } from '@/lib/casework/cases/scope'
import { undoForm } from '@/lib/casework/likeness/form'
import { mayUndo, standingOf } from '@/lib/casework/likeness/standing'
import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { auditedPair, pairInHand } from './on-pair'
import { pointCase } from './point-case'

/** Two people were one file after all by mistake: one asks, another does it, and the file stands as it stood before. */
export const undoMerge = verb({
  name: 'case.undo-merge',
  session: 'staff',
  roles: caseRoles,
  form: undoForm,
  page: ({ code }) => `/cases/${code}/same`,
  scope: (ctx, params) => pairInHand(ctx, params),
  policy: (actor, { word }) => mayUndo(actor, word),
  version: ({ reach }) => reach.record.version,
  audit: auditedPair,
  apply: async (ctx, { reach, id, word }) => {
    const { record } = reach
    const place = `/cases/${record.code}/same`
    if (standingOf(word) === 'merged') {
      await ctx.tx.execute(sql`select app.ask_undo(${id}::uuid)`)
      return { location: `${place}?done=undo-asked`, id: record.code, detail: { asked: true } }
    }
    if (!(await pointCase(ctx, record, null))) return { conflict: true }
    await ctx.tx.execute(sql`select app.note_undone(${id}::uuid)`)
    // It was restricted with the known file alone, and is open again with its own words: into the common book.
    const now = await caseInReach(ctx, record.code)
    if (record.sensitivity === 'S4' && now?.record.sensitivity === 'S3')
      await refileCase(ctx, record.id, 'S3')
    return { location: `${place}?done=undone`, id: record.code, detail: { undone: true } }
  },
})
