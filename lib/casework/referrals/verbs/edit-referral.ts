import type { RawValues } from '@/lib/base/forms/form'
import { takes } from '@/lib/casework/services/capacity'
import { directory } from '@/lib/casework/services/queries'
import { nameOf } from '@/lib/platform/gate/overtaken'
import { type Ctx, type Standing, verb } from '@/lib/platform/gate/verb'
import type { ReferralInReach } from '../reach/scope'
import { consentShown, serviceShown, shareShown } from '../sharing/draft-shown'
import { judged } from '../sharing/judged'
import { type Preview, previewOf } from '../sharing/preview-queries'
import { endShares } from '../sharing/seal-payload'
import { keptTicks, withPapers } from '../sharing/ticks'
import { answeredNow, answerProblem, recordNo } from './ask-person'
import { changeDraft } from './draft-change'
import { consentForm, serviceForm, shareForm } from './forms'
import { moveReferral } from './move-referral'

/** A page of the draft as it stands, and who left it so. */
async function standsAs(
  ctx: Ctx,
  { referral }: ReferralInReach,
  shown: (preview: Preview) => RawValues,
): Promise<Standing> {
  const values = shown(await previewOf(ctx, referral))
  return { values, by: await nameOf(ctx.tx, referral.lastActorId), at: referral.lastAt }
}

/** Page 1 of a draft: asked again. A no ends the draft; what the person said before stays in the history. */
export const editConsent = verb({
  ...judged('edit'),
  name: 'referral.edit-consent',
  form: consentForm,
  current: (ctx, found) => standsAs(ctx, found, ({ draft }) => consentShown(draft)),
  page: ({ code, id }) => `/cases/${code}/refer/${id}/consent`,
  apply: async (ctx, found, { answer, keepRunning, ...rest }) => {
    const base = `/cases/${found.caseCode}/refer`
    const { caseId: id, officeId, sensitivity, service, partnerCode } = found.referral
    const partner = found.referral.entryId === null ? null : partnerCode
    const record = { id, officeId, sensitivity }
    if (answer !== 'REFUSED') {
      const wrong = await answerProblem(ctx, record, { service, partner, consent: { answer, ...rest } })
      if (wrong) return { invalid: wrong }
      const moved = await changeDraft(ctx, found, {
        draft: (before) => ({ ...before, consent: answeredNow(ctx, { answer, ...rest }) }),
      })
      return moved ? { location: `${base}/${found.referral.id}/service` } : { conflict: true }
    }
    const moved = await moveReferral(ctx, found.referral, {
      verb: 'withdraw-consent',
      party: 'team',
      reason: 'NOT_SAID',
    })
    if (!moved) return { conflict: true }
    await endShares(ctx, found.referral.id)
    const no = await recordNo(ctx, record, { service, keepRunning, asked: { answer, ...rest } })
    return 'invalid' in no ? no : { location: `${base}?refused=${service}`, detail: { stopped: no.stopped } }
  },
})

/** Page 2: need, partner, priority, why. Another service has other facts to ask for, so its ticks begin anew. */
export const editService = verb({
  ...judged('edit'),
  name: 'referral.edit-service',
  form: serviceForm,
  current: (ctx, found) => standsAs(ctx, found, ({ draft }) => serviceShown(found.referral, draft)),
  page: ({ code, id }, { service }) =>
    `/cases/${code}/refer/${id}/service${service ? `?service=${service}` : ''}`,
  apply: async (ctx, found, values) => {
    const { service, entry: entryId, priority, ...words } = values
    const { referral } = found
    const [entry] = await directory(ctx, { id: entryId })
    if (!entry || entry.service !== service || entry.office !== referral.officeId)
      return { invalid: { entry: 'required' } }
    if (!takes(entry.state)) return { invalid: { entry: 'paused' } }
    const same = service === referral.service
    const moved = await changeDraft(ctx, found, {
      draft: (before) => ({ ...before, ...words }),
      set: {
        service,
        partnerCode: entry.partner,
        entryId,
        priority,
        ...(same ? {} : { facts: [] }),
      },
    })
    const next = `/cases/${found.caseCode}/refer/${referral.id}/share`
    return moved ? { location: next, id: referral.id } : { conflict: true }
  },
})

/** Page 3: one tick per fact. What the person has just agreed to can be ticked now, so the page comes again. */
export const editShare = verb({
  ...judged('edit'),
  name: 'referral.edit-share',
  form: shareForm,
  current: (ctx, found) => standsAs(ctx, found, (preview) => shareShown(found.referral, preview)),
  page: ({ code, id }) => `/cases/${code}/refer/${id}/share`,
  apply: async (ctx, found, { facts, papers, withoutName, contactAgreed, stay }) => {
    let newly = false
    const moved = await changeDraft(ctx, found, {
      draft: (before) => {
        newly = contactAgreed && !before.contactAgreed
        return { ...before, contactAgreed, papers }
      },
      set: { facts: keptTicks(withPapers(facts, papers)), withoutName },
    })
    const base = `/cases/${found.caseCode}/refer/${found.referral.id}`
    return moved
      ? {
          location: `${base}/${stay || newly ? 'share?saved=1' : 'check'}`,
          id: found.referral.id,
          detail: { contactAgreed },
        }
      : { conflict: true }
  },
})
