import { isoDayOf } from '@/lib/base/time/days'
import { onPerson } from '@/lib/casework/cases/person-in-reach'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { consentForm } from '@/lib/casework/consents/form'
import { writeConsent } from '@/lib/casework/consents/write-consent'
import { birthOf } from '@/lib/casework/people/birth'
import { withdrawBefore } from '@/lib/casework/referrals/verbs/withdraw-answer'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { caseWorkInReach, endingOf } from './case-work'
import { stopCaseWork } from './withdraw-case-consent'

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
    const refused = asked.answer === 'REFUSED'
    const endsFile = refused && purpose === 'CASE_MGMT' && record.state !== 'DRAFT'
    const to = { caseId: record.id, purpose, partner: partner || null, service: service || null }
    const ended = refused && !keepRunning && !endsFile ? await endWhatRuns(ctx, to) : 0
    const written = await writeConsent(ctx, owner, {
      asked,
      about,
      note,
      keepsRunning: keepRunning,
      ...(toPartner && { partner, facts }),
    })
    if ('invalid' in written) return written
    const contactOn = isoDayOf(ctx.actor.now)
    const stopped = endsFile ? await endFile(ctx, record.code, keepRunning, contactOn) : ended
    const kept = endsFile || (await touchCase(ctx, record, { contactOn }))
    const done = endsFile
      ? `/cases/${record.code}?done=withdrawn`
      : `/cases/${record.code}/consents?done=consent`
    return kept
      ? { location: done, id: written.id, detail: { purpose, answer: asked.answer, stopped } }
      : { conflict: true }
  },
})

/** A no to the file of an open case, said here instead of on its own page, ends as much. */
async function endFile(ctx: Ctx, code: string, keepRunning: boolean, contactOn: string): Promise<number> {
  const work = await caseWorkInReach(ctx, code, true)
  if (!work) throw new Error('a locked case is gone')
  const atWork = work.all.filter((one) => endingOf(one, work.carrying) === 'asked').map(({ id }) => id)
  return stopCaseWork(ctx, work, { reason: 'NOT_SAID', keep: keepRunning ? atWork : [], contactOn })
}

type To = Parameters<typeof withdrawBefore>[1]

/** Without a file there is nothing to share: a no to case management of a draft ends every sharing too. */
async function endWhatRuns(ctx: Ctx, to: To): Promise<number> {
  if (to.purpose === 'REFERRAL' || to.purpose === 'TRACING') return withdrawBefore(ctx, to)
  if (to.purpose !== 'CASE_MGMT') return 0
  let stopped = 0
  for (const purpose of ['REFERRAL', 'TRACING'])
    stopped += await withdrawBefore(ctx, { ...to, purpose, partner: null, service: null })
  return stopped
}
