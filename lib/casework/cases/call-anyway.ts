import { sql } from 'drizzle-orm'
import { choice } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { openTask } from '@/lib/casework/tasks/open-task'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { callReasons } from './contact'
import { onPerson } from './person-in-reach'

export const callForm = form({ noun: 'cases', fields: { callReason: choice(callReasons) } })

/**
 * The person said not to call, and somebody of the team must. The reason is noted, the supervisor is told that it
 * happened (without a word of why), and the number is shown for some minutes.
 */
export const callAnyway = verb({
  ...onPerson,
  name: 'case.call-anyway',
  roles: caseworkerRoles,
  form: callForm,
  page: ({ code }) => `/cases/${code}/call`,
  apply: async (ctx, { reach }, { callReason }) => {
    const { id, code } = reach.record
    // Only these columns: the time is the database's own.
    await ctx.tx.execute(sql`insert into app.call_clearances (case_id, user_id, reason)
      values (${id}, ${ctx.actor.userId}, ${callReason})`)
    await openTask(ctx, { kind: 'CALLED_ANYWAY', subject: { type: 'case', id }, within: 'see.CALLED_ANYWAY' })
    return { location: `/cases/${code}/call`, detail: { reason: callReason } }
  },
})
