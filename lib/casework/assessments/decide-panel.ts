import { and, eq } from 'drizzle-orm'
import { choice, day, longText } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { isUuid } from '@/lib/base/forms/uuid'
import { casePartiesOf, isWritten } from '@/lib/casework/cases/policy'
import { caseInReach } from '@/lib/casework/cases/scope'
import { endTask } from '@/lib/casework/tasks/end-task'
import { taskHeldByOther } from '@/lib/casework/tasks/waiting-item'
import { assessments, panelDecisions } from '@/lib/platform/db/schema'
import { type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { caseKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { newerWaits, panelPlace } from './panel'
import { within } from './within'

export const panelForm = form({
  noun: 'assessments',
  fields: {
    decision: choice(['AGREED', 'OTHER', 'MORE']),
    decidedOn: day({ preset: 'today', notAfter: 'today', notBefore: '2012-01-01', quiet: true }),
    panelWords: longText({ max: 2000, rows: 4 }),
  },
})

async function bestInterests(ctx: Ctx, { code, which }: Params) {
  const reach = await caseInReach(ctx, code, true)
  if (!reach || !isUuid(which)) return undefined
  const [row] = await ctx.tx
    .select({ id: assessments.id, panel: panelDecisions.assessmentId })
    .from(assessments)
    .leftJoin(panelDecisions, eq(panelDecisions.assessmentId, assessments.id))
    .where(
      and(
        eq(assessments.id, which),
        eq(assessments.caseId, reach.record.id),
        eq(assessments.instrument, 'BEST_INTERESTS'),
        eq(assessments.state, 'FINISHED'),
        within(ctx.actor),
      ),
    )
  return row && { ...reach, ...row }
}

/** What the panel decided on a best interests assessment: said once, by whoever supervises the case. */
export const decidePanel = verb({
  name: 'assessment.decide-panel',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: panelForm,
  page: ({ code, which }) => `/cases/${code}/assessments/${which}/panel`,
  scope: bestInterests,
  policy: (actor, found) => {
    if (!casePartiesOf(actor, found).includes('supervisor')) return denied('case-supervisor-only')
    const verdict = isWritten(found)
    if (!verdict.allowed) return verdict
    return found.panel ? denied('panel-decided') : allowed
  },
  held: (ctx, { record }) => taskHeldByOther(ctx, record.id, 'DECIDE_PANEL'),
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.record.id ?? null }),
  apply: async (ctx, { record, id }, { decision, decidedOn, panelWords }) => {
    const { tx, actor } = ctx
    const owner = { caseId: record.id, officeId: record.officeId, sensitivity: record.sensitivity }
    const key = await caseKey(tx, owner, 'TEAM')
    await tx.insert(panelDecisions).values({
      ...owner,
      assessmentId: id,
      decision,
      decidedOn,
      decidedBy: actor.userId,
      decidedAt: actor.now,
      keyId: key.id,
      words: seal(key, panelPlace(id), panelWords),
    })
    // A decision on what was assessed before leaves the task of what was assessed since.
    if (!(await newerWaits(ctx, record.id, id)))
      await endTask(ctx, {
        kind: 'DECIDE_PANEL',
        subject: { type: 'case', id: record.id },
        outcome: decision,
      })
    return {
      location: `/cases/${record.code}/assessments/${id}?done=panel`,
      detail: { assessment: id, decision },
    }
  },
})
