import { isoDayOf } from '@/lib/base/time/days'
import { onPerson, personInReach } from '@/lib/casework/cases/person-in-reach'
import { mayRecordAnswer } from '@/lib/casework/cases/policy'
import { isWithdrawn } from '@/lib/casework/cases/states'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { canBeJudged, judgeAsked } from '@/lib/casework/consents/asked'
import { consentForm, OF_SERVICE, SHARED } from '@/lib/casework/consents/form'
import { saidBefore } from '@/lib/casework/consents/queries'
import { isSharing } from '@/lib/casework/consents/question'
import { answered, onlyAfterYes } from '@/lib/casework/consents/said-yes'
import { writeConsent } from '@/lib/casework/consents/write-consent'
import { birthOf } from '@/lib/casework/people/birth'
import { endUnsent, withdrawBefore } from '@/lib/casework/referrals/verbs/withdraw-answer'
import { auditedByCode, dropDraft } from '@/lib/casework/registration/drop-draft'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { caseWorkInReach, endingOf } from './case-work'
import { stopCaseWork } from './withdraw-case-consent'

/**
 * One more answer of the person, outside registration; a no to the file of a draft ends the draft, as there. A no ends the yes before it and all that rests on it, unless the
 * person says that what runs may go on: then nothing new may rest on the yes, and what is under way keeps its reader.
 */
export const addConsent = verb({
  ...onPerson,
  scope: async (ctx, { code }) => {
    const found = await personInReach(ctx, code)
    return found && { ...found, yes: await answered(ctx, found.reach.record) }
  },
  // The first answer of a draft is the one to its file.
  policy: (actor, { reach, yes }, { purpose }) =>
    onlyAfterYes(mayRecordAnswer(actor, reach, purpose), yes || purpose === 'CASE_MGMT'),
  audit: ({ code = '' }, found) => auditedByCode(code, found?.reach.record),
  name: 'consent.record',
  form: consentForm,
  page: ({ code }) => `/cases/${code}/consents/new`,
  version: ({ reach }) => reach.record.version,
  doubts: async (ctx, { reach, row, identity }, { purpose, partner, service, ...asked }) => {
    if (!purpose || !canBeJudged(asked)) return {}
    const judged = judgeAsked(asked, {
      purpose,
      service: isSharing(purpose) ? service : '',
      partner: isSharing(purpose) ? partner || null : null,
      birth: birthOf({ ...row, identity }),
      day: isoDayOf(ctx.actor.now),
      restricted: reach.record.sensitivity === 'S4',
      before: await saidBefore(ctx, reach.record.id),
    })
    return judged.ok ? {} : judged.errors
  },
  apply: async (
    ctx,
    { reach, row, identity },
    { purpose, partner, service, facts, note, keepRunning, ...asked },
  ) => {
    const { record } = reach
    if (record.state === 'DRAFT' && purpose === 'CASE_MGMT' && asked.answer === 'REFUSED')
      return dropDraft(ctx, record)
    const owner = { caseId: record.id, officeId: record.officeId, sensitivity: record.sensitivity }
    const toPartner = SHARED.includes(purpose)
    const about = {
      purpose,
      service: OF_SERVICE.includes(purpose) ? service : '',
      birth: birthOf({ ...row, identity }),
    }
    const refused = asked.answer === 'REFUSED'
    const endsFile = refused && purpose === 'CASE_MGMT' && !isWithdrawn(record)
    const to = {
      caseId: record.id,
      purpose,
      partner: toPartner ? partner || null : null,
      service: about.service || null,
    }
    const ended = refused && isSharing(purpose) ? await endSharing(ctx, to, keepRunning) : 0
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
    // Nobody calls or writes to somebody who says no to contact.
    const stop = refused && purpose === 'CONTACT' ? { doNotContact: true } : {}
    // After a withdrawal nothing but the answer itself is written.
    const kept = endsFile || isWithdrawn(record) || (await touchCase(ctx, record, { contactOn, ...stop }))
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

/** What runs ends unless it is to go on; what was not sent yet ends in any case. */
const endSharing = async (ctx: Ctx, to: To, keepRunning: boolean): Promise<number> =>
  (keepRunning ? 0 : await withdrawBefore(ctx, to)) + (await endUnsent(ctx, to))
