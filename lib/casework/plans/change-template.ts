import { eq, sql } from 'drizzle-orm'
import { planChanges } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { templateForm } from './form'
import { templateAction } from './templates'

/**
 * Another limit for a template's action, or that it is not offered. It holds from the next plan on: what was agreed with
 * somebody stays as it was agreed. Nothing said is the template as it came.
 */
export const changeTemplate = verb({
  name: 'plan.change-template',
  session: 'staff',
  roles: ['ADMIN'],
  form: templateForm,
  page: ({ id }) => `/templates/${id}`,
  scope: async ({ tx }, { id = '' }) => {
    const action = templateAction(id)
    if (!action) return undefined
    const [before] = await tx.select().from(planChanges).where(eq(planChanges.action, id))
    return { action, before }
  },
  policy: () => allowed,
  audit: ({ id = '' }) => ({ type: 'template', id }),
  apply: async ({ tx, actor }, { action }, { hours, days, off }) => {
    const said = { off, hours, days, changedBy: actor.userId, changedAt: sql`clock.casework_now()` }
    await tx
      .insert(planChanges)
      .values({ action: action.id, ...said })
      .onConflictDoUpdate({ target: planChanges.action, set: said })
    return { location: '/templates?done=saved', id: action.id, detail: { off, hours, days } }
  },
})
