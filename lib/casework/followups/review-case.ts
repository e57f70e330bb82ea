import { randomUUID } from 'node:crypto'
import { onCase } from '@/lib/casework/cases/on-case'
import { caseReviews } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { beforeOpening } from './before-opening'
import { reviewForm } from './form'
import { noteContact } from './note-contact'
import { mayFollow } from './policy'
import { sealedWords } from './words-place'

/** Where what was decided is done. */
const NEXT: Partial<Record<string, string>> = { RATE_AGAIN: '/register/safety', CLOSE: '/ask-closure' }

/**
 * Everything is looked at again. It ends the open review and asks for the next one (`app.review_follows`); with the person it is a
 * meeting with them as well.
 */
export const reviewCase = verb({
  ...onCase,
  name: 'case.review',
  form: reviewForm,
  page: ({ code }) => `/cases/${code}/follow-ups/review`,
  policy: (actor, reach) => mayFollow(actor, reach),
  doubts: (_, { record }, { reviewedOn }) => beforeOpening(record, { reviewedOn }),
  apply: async (ctx, { record }, { reviewedOn: onDay, saidWith, changed, leadsTo, words }) => {
    const invalid = beforeOpening(record, { reviewedOn: onDay })
    if (Object.keys(invalid).length > 0) return { invalid }
    const id = randomUUID()
    const { id: caseId, officeId, sensitivity, code } = record
    await ctx.tx.insert(caseReviews).values({
      id,
      caseId,
      officeId,
      sensitivity,
      onDay,
      saidWith,
      changed,
      leadsTo,
      reviewedBy: ctx.actor.userId,
      ...(await sealedWords(ctx.tx, record, { table: 'app.case_reviews', row: id, words })),
    })
    const kept = saidWith === 'TEAM_ALONE' || (await noteContact(ctx, record, { on: onDay, met: true }))
    const location = `/cases/${code}${NEXT[leadsTo] ?? '/follow-ups?done=review'}`
    return kept ? { location, id, detail: { review: id, leadsTo } } : { conflict: true }
  },
})
