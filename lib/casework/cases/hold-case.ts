import { code, day } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { withLimit } from '@/lib/base/i18n/problem-words'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import { verb } from '@/lib/platform/gate/verb'
import { settingNow } from '@/lib/platform/settings/read'
import { onCase } from './on-case'
import { mayMove } from './policy'
import { touchCase } from './touch-case'

/** Why the case waits, and the day on which somebody looks again. */
export const holdForm = form({
  noun: 'cases',
  fields: { holdReason: code('hold_reason', { as: 'radio' }), reviewOn: day({ lean: 'future' }) },
})

/**
 * The case waits: what is promised to the person rests, and the day becomes a task of the team. Not longer than the
 * reason's setting allows; a supervisor looks where the risk is high.
 */
export const holdCase = verb({
  name: 'case.hold',
  ...onCase,
  form: holdForm,
  page: ({ code }) => `/cases/${code}/hold`,
  policy: (actor, reach) => mayMove('hold', actor, reach),
  version: ({ record }) => record.version,
  apply: async (ctx, { record }, { holdReason, reviewOn }) => {
    if (reviewOn <= isoDayOf(ctx.actor.now)) return { invalid: { reviewOn: 'in-past' } }
    const most = await settingNow(ctx.tx, `hold.${holdReason}`)
    if (reviewOn > isoDayOf(daysAfter(ctx.actor.now, most)))
      return { invalid: { reviewOn: withLimit('too-late', most) } }
    const moved = await touchCase(ctx, record, { move: 'hold', lastReason: holdReason, holdUntil: reviewOn })
    return moved
      ? { location: `/cases/${record.code}?done=held`, id: record.code, detail: { reason: holdReason } }
      : { conflict: true }
  },
})
