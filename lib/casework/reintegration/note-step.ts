import { randomUUID } from 'node:crypto'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { returnSteps } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { settingNow } from '@/lib/platform/settings/read'
import { stepForm } from './form'
import { onPath, pathInReach } from './in-reach'
import { mayWorkOnPath } from './policy'
import { stepErrors } from './steps'

/** Steps at which the person was met or heard. */
const CONTACTS: readonly string[] = ['FITNESS', 'DEPARTURE', 'CONTACT_7']

/** A step of the journey is done, not needed, or to do after all. What was noted stays; the newest line decides. */
export const noteStep = verb({
  name: 'return.step',
  ...onPath,
  form: stepForm,
  page: ({ code }, { step }) => `/cases/${code}/return/step${step ? `?step=${step}` : ''}`,
  scope: (ctx, { code }) => pathInReach(ctx, code),
  policy: (actor, found) => mayWorkOnPath(actor, found),
  apply: async (ctx, { reach: { record }, plan }, { step, did, onDay, stepReason }) => {
    const { tx, actor } = ctx
    const days = await settingNow(tx, 'return.CONTACT_7')
    const invalid = stepErrors(plan, { step, did, onDay }, days)
    if (Object.keys(invalid).length > 0) return { invalid }
    const done = did === 'DONE'
    await tx.insert(returnSteps).values({
      id: randomUUID(),
      caseId: record.id,
      officeId: record.officeId,
      sensitivity: record.sensitivity,
      step,
      state: did,
      onDay: done ? onDay : null,
      reason: done ? null : did === 'TODO' ? 'ENTERED_WRONGLY' : stepReason,
      notedBy: actor.userId,
      notedAt: actor.now,
    })
    const met = done && CONTACTS.includes(step)
    const kept = !done || (await touchCase(ctx, record, { acted: true, ...(met && { contactOn: onDay }) }))
    const location = `/cases/${record.code}/return?done=return-step`
    return kept ? { location, id: record.code, detail: { step, did } } : { conflict: true }
  },
})
