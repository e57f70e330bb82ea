import { partnerName } from '@/lib/base/codes/codes'
import { translator } from '@/lib/base/i18n/translate'
import { textProblem } from '@/lib/base/text/look'
import { startOfDay } from '@/lib/base/time/days'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import type { ReferralRow } from '../reach/scope'
import { locked, verdictOf } from '../sharing/judged'
import { writeMessage } from '../sharing/messages-sealed'
import { endShares } from '../sharing/seal-payload'
import { endFollowOn, openNextStep, openTellPerson } from './follow-on'
import { recordForm } from './forms'
import { moveReferral } from './move-referral'

type Values = {
  said: 'acknowledge' | 'ask' | 'accept' | 'decline' | 'begin' | 'complete' | 'rebook'
  channel: 'PHONE' | 'PAPER'
  recordMessage: string
  declineReason: string
  expectedOn: string
  result: string
  resultOn: string
}

/** The partner answered by telephone or on paper and we write it down; the record says so for ever. */
export const recordAnswer = verb({
  ...locked,
  name: 'referral.record',
  form: recordForm,
  page: ({ id }) => `/referrals/${id}/record`,
  policy: (actor, found, { said, channel }) => verdictOf({ verb: said, channel }, actor, found),
  apply: async (ctx, { referral }, values) => {
    const invalid = wrongDays(ctx, values)
    if (invalid) return { invalid }
    if (values.recordMessage !== '') {
      const problem = textProblem(values.recordMessage, { labels: true })
      if (problem) return { invalid: { recordMessage: problem } }
      await writeMessage(ctx, referral.id, asHeard(ctx, referral, values))
    }
    const moved = await moveReferral(ctx, referral, {
      verb: values.said,
      party: 'recorded',
      channel: values.channel,
      reason: values.said === 'decline' ? values.declineReason : null,
      set: columnsOf(ctx, values),
    })
    if (!moved) return { conflict: true }
    if (values.said === 'decline') await endShares(ctx, referral.id)
    await openWhatFollows(ctx, referral, values)
    return {
      location: `/referrals/${referral.id}?done=record`,
      id: referral.id,
      detail: { said: values.said },
    }
  },
})

/** The same tasks as when the partner says it itself. */
async function openWhatFollows(ctx: Ctx, referral: ReferralRow, values: Values): Promise<void> {
  const { said, expectedOn, declineReason: reason } = values
  if (said === 'decline') await openNextStep(ctx, referral, { after: 'decline', reason })
  if (said === 'rebook') await endFollowOn(ctx, referral, 'REBOOKED')
  if (said === 'accept' || said === 'rebook') await openTellPerson(ctx, referral, expectedOn)
}

function wrongDays({ actor }: Ctx, { said, resultOn }: Values): Record<string, string> | undefined {
  return said === 'complete' && startOfDay(resultOn) > actor.now ? { resultOn: 'in-future' } : undefined
}

/** Columns each answer fills besides the state. */
function columnsOf({ actor }: Ctx, values: Values) {
  const { said, expectedOn, result, resultOn } = values
  if (said === 'accept') return { answeredAt: actor.now, expectedOn: expectedOn || null }
  if (said === 'decline') return { answeredAt: actor.now }
  if (said === 'rebook') return { expectedOn, outcome: null, settledAt: null }
  return said === 'complete' ? { settledAt: actor.now, outcome: result, outcomeOn: resultOn } : {}
}

/** A question we heard is ours in the thread, and says whose it was. */
function asHeard({ actor }: Ctx, referral: ReferralRow, { channel, recordMessage }: Values): string {
  const t = translator(actor.locale)
  return t('referrals.recorded.said', {
    partner: partnerName(referral.partnerCode, actor.locale),
    channel: t(`referrals.channel.${channel}`),
    message: recordMessage,
  })
}
