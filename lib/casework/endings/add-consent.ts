import { isoDayOf } from '@/lib/base/time/days'
import { onPerson } from '@/lib/casework/cases/person-in-reach'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { consentForm } from '@/lib/casework/consents/form'
import { writeConsent } from '@/lib/casework/consents/write-consent'
import { birthOf } from '@/lib/casework/people/birth'
import { withdrawBefore } from '@/lib/casework/referrals/verbs/withdraw-answer'
import { type Ctx, verb } from '@/lib/platform/gate/verb'

/**
 * One more answer of the person, outside registration. A no ends the yes before it and all that rests on it, unless the
 * person says that what runs may go on: then nothing new may rest on the yes, and what is under way keeps its reader.
 */
export const addConsent = verb({
  ...onPerson,
  name: 'consent.record',
  form: consentForm,
  page: ({ code }) => `/cases/${code}/consents/new`,
  version: ({ reach }) => reach.record.version,
  apply: async (
    ctx,
    { reach, row, identity },
    { purpose, partner, service, facts, note, keepRunning, ...asked },
  ) => {
    const { record } = reach
    const owner = { caseId: record.id, officeId: record.officeId, sensitivity: record.sensitivity }
    const toPartner = purpose === 'REFERRAL' || purpose === 'TRACING'
    const about = { purpose, service: toPartner ? service : '', birth: birthOf({ ...row, identity }) }
    const ends = asked.answer === 'REFUSED' && !keepRunning
    const to = { caseId: record.id, purpose, partner: partner || null, service: service || null }
    const stopped = ends ? await endWhatRuns(ctx, to) : 0
    const written = await writeConsent(ctx, owner, {
      asked,
      about,
      note,
      keepsRunning: keepRunning,
      ...(toPartner && { partner, facts }),
    })
    if ('invalid' in written) return written
    const kept = await touchCase(ctx, record, { contactOn: isoDayOf(ctx.actor.now) })
    return kept
      ? {
          location: `/cases/${record.code}/consents?done=consent`,
          id: written.id,
          detail: { purpose, answer: asked.answer, stopped },
        }
      : { conflict: true }
  },
})

type To = Parameters<typeof withdrawBefore>[1]

/** Without a file there is nothing to share: a no to case management ends every sharing too. */
async function endWhatRuns(ctx: Ctx, to: To): Promise<number> {
  if (to.purpose === 'REFERRAL' || to.purpose === 'TRACING') return withdrawBefore(ctx, to)
  if (to.purpose !== 'CASE_MGMT') return 0
  let stopped = 0
  for (const purpose of ['REFERRAL', 'TRACING'])
    stopped += await withdrawBefore(ctx, { ...to, purpose, partner: null, service: null })
  return stopped
}
