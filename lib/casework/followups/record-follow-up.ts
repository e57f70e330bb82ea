import { randomUUID } from 'node:crypto'
import type { FieldErrors, ValuesOf } from '@/lib/base/forms/form'
import { isoDayOf } from '@/lib/base/time/days'
import { onCase } from '@/lib/casework/cases/on-case'
import type { CaseRow } from '@/lib/casework/cases/scope'
import type { Actor } from '@/lib/platform/access/actor'
import { followUps } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { followUpForm } from './form'
import { noteContact } from './note-contact'
import { mayFollow } from './policy'
import { againstNext, meetsPerson, rhythmOf } from './rhythm'
import { sealedWords } from './words-place'

type Values = ValuesOf<typeof followUpForm.fields>

/** What the case has against the days. PURE. */
function against({ now }: Actor, { openedAt, risk }: CaseRow, values: Values): FieldErrors {
  const { type, followedOn: on, nextOn, laterReason } = values
  if (on === '') return {}
  return {
    ...(on < isoDayOf(openedAt) && { followedOn: 'before-opening' }),
    ...againstNext({ type, on, nextOn, laterReason, risk }, isoDayOf(now)),
  }
}

/**
 * A follow-up: how, when, and what came of it. A contact with the person moves the case's next due date by the rhythm of its risk, or
 * to the day set with the person: sooner as one likes, later with a reason that a supervisor sees (`app.later_is_seen`).
 */
export const recordFollowUp = verb({
  ...onCase,
  name: 'followup.record',
  form: followUpForm,
  page: ({ code }) => `/cases/${code}/follow-ups/new`,
  policy: (actor, reach) => mayFollow(actor, reach),
  doubts: ({ actor }, { record }, values) => against(actor, record, values),
  apply: async (ctx, { record }, values) => {
    const invalid = against(ctx.actor, record, values)
    if (Object.keys(invalid).length > 0) return { invalid }
    const { followedOn: onDay, nextOn, laterReason, words, type, ...said } = values
    const id = randomUUID()
    const { id: caseId, officeId, sensitivity, risk } = record
    await ctx.tx.insert(followUps).values({
      ...said,
      id,
      caseId,
      officeId,
      sensitivity,
      type,
      onDay,
      ...(nextOn !== '' && { nextOn, risk: rhythmOf(risk), laterReason: laterReason || null }),
      recordedBy: ctx.actor.userId,
      ...(await sealedWords(ctx.tx, record, { table: 'app.follow_ups', row: id, words })),
    })
    const kept = !meetsPerson(type) || (await noteContact(ctx, record, { on: onDay, met: type !== 'PHONE' }))
    return kept
      ? {
          location: `/cases/${record.code}/follow-ups?done=followup`,
          id,
          detail: { followup: id, type, outcome: said.outcome, ...(laterReason && { later: laterReason }) },
        }
      : { conflict: true }
  },
})
