import { randomUUID } from 'node:crypto'
import { onCase } from '@/lib/casework/cases/on-case'
import { followUps } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { beforeOpening } from './before-opening'
import { attemptForm } from './form'
import { mayFollow } from './policy'
import { sealedWords } from './words-place'

/** Somebody tried and reached nobody. It is no contact: the due date stays, and the attempts count towards a contact that is lost. */
export const recordAttempt = verb({
  ...onCase,
  name: 'followup.attempt',
  form: attemptForm,
  page: ({ code }) => `/cases/${code}/follow-ups/attempt`,
  policy: (actor, reach) => mayFollow(actor, reach),
  doubts: (_, { record }, { followedOn }) => beforeOpening(record, { followedOn }),
  apply: async (ctx, { record }, { channel, result, followedOn: onDay, words }) => {
    const invalid = beforeOpening(record, { followedOn: onDay })
    if (Object.keys(invalid).length > 0) return { invalid }
    const id = randomUUID()
    const { id: caseId, officeId, sensitivity } = record
    await ctx.tx.insert(followUps).values({
      id,
      caseId,
      officeId,
      sensitivity,
      type: 'FAILED',
      outcome: 'NOT_REACHED',
      channel,
      result,
      onDay,
      recordedBy: ctx.actor.userId,
      ...(await sealedWords(ctx.tx, record, { table: 'app.follow_ups', row: id, words })),
    })
    const location = `/cases/${record.code}/follow-ups?done=attempt`
    return { location, id, detail: { followup: id, channel, result } }
  },
})
