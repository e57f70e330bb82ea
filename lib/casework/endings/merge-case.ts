import { sql } from 'drizzle-orm'
import { refileCase } from '@/lib/casework/cases/refile-case'
import { decideForm } from '@/lib/casework/likeness/form'
import { barredBy, mayDecide } from '@/lib/casework/likeness/standing'
import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { denied } from '@/lib/platform/gate/verdict'
import { keepStrictest, sealStrictest } from './keep-strictest'
import { auditedPair, pairInHand } from './on-pair'
import { pointCase } from './point-case'

/**
 * The second person's word on "the same": yes points the file at the known one, which counts from then on; no ends the
 * question. Nothing is moved, and for some time two people may take it back. What either says of safety holds on the known
 * file, the stricter of the two.
 */
export const mergeCase = verb({
  name: 'case.merge',
  session: 'staff',
  roles: caseRoles,
  form: decideForm,
  page: ({ code }) => `/cases/${code}/same`,
  scope: (ctx, params) => pairInHand(ctx, params),
  policy: (actor, { reach, word, runs, known }, { says }) => {
    const verdict = mayDecide(actor, word)
    if (!verdict.allowed || says !== 'YES') return verdict
    const bar = barredBy(reach.record, known)
    if (bar) return denied(bar)
    return runs ? denied('same-still-runs') : verdict
  },
  version: ({ reach }) => reach.record.version,
  audit: auditedPair,
  apply: async (ctx, pair, { says }) => {
    const { reach, id, known } = pair
    const { record } = reach
    const yes = says === 'YES'
    // Read before the file points: what both say of safety holds on the known one.
    const strictest = yes ? await sealStrictest(ctx, pair) : null
    if (yes) {
      const [target] = await ctx.tx.execute<{ into: string }>(
        sql`select app.merge_target(${id}::uuid) as into`,
      )
      if (!target?.into || !(await pointCase(ctx, record, target.into))) return { conflict: true }
    }
    await ctx.tx.execute(sql`select app.decide_same(${id}::uuid, ${yes})`)
    if (yes) {
      await keepStrictest(ctx, id, strictest)
      // It is restricted with the known file: out of the common book.
      if (known.sensitivity === 'S4' && record.sensitivity === 'S3') await refileCase(ctx, record.id, 'S4')
    }
    const done = yes ? 'merged' : 'two'
    return { location: `/cases/${record.code}/same?done=${done}`, id: record.code, detail: { says } }
  },
})
