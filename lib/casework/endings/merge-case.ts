import { sql } from 'drizzle-orm'
import { decideForm } from '@/lib/casework/likeness/form'
import { mayDecide } from '@/lib/casework/likeness/standing'
import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { denied } from '@/lib/platform/gate/verdict'
import { auditedPair, pairInHand } from './on-pair'
import { pointCase } from './point-case'

/**
 * The second person's word on "the same": yes points the file at the known one, which counts from then on; no ends the
 * question. Nothing is moved, and for some time two people may take it back.
 */
export const mergeCase = verb({
  name: 'case.merge',
  session: 'staff',
  roles: caseRoles,
  form: decideForm,
  page: ({ code }) => `/cases/${code}/same`,
  scope: (ctx, params) => pairInHand(ctx, params),
  policy: (actor, { word, runs }, { says }) => {
    const verdict = mayDecide(actor, word)
    return verdict.allowed && says === 'YES' && runs ? denied('same-still-runs') : verdict
  },
  version: ({ reach }) => reach.record.version,
  audit: auditedPair,
  apply: async (ctx, { reach, id }, { says }) => {
    const { record } = reach
    const yes = says === 'YES'
    if (yes) {
      const [target] = await ctx.tx.execute<{ into: string }>(
        sql`select app.merge_target(${id}::uuid) as into`,
      )
      if (!target?.into || !(await pointCase(ctx, record, target.into))) return { conflict: true }
    }
    await ctx.tx.execute(sql`select app.decide_same(${id}::uuid, ${yes})`)
    const done = yes ? 'merged' : 'two'
    return { location: `/cases/${record.code}/same?done=${done}`, id: record.code, detail: { says } }
  },
})
