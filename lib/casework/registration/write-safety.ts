import { isoDayOf } from '@/lib/base/time/days'
import { assessedFacts } from '@/lib/casework/assessments/effects'
import { proposeWith } from '@/lib/casework/assessments/propose-with'
import { assessmentsOf, finishedOf } from '@/lib/casework/assessments/queries'
import { liftsStop } from '@/lib/casework/cases/contact'
import { standing, writePerson } from '@/lib/casework/cases/person-in-reach'
import { touchCase } from '@/lib/casework/cases/touch-case'
import { consentsOf } from '@/lib/casework/consents/queries'
import { latestOf } from '@/lib/casework/consents/said-yes'
import { birthOf } from '@/lib/casework/people/birth'
import { safetyForm } from '@/lib/casework/people/form'
import { safetyShown } from '@/lib/casework/people/shown-values'
import { redatePlan } from '@/lib/casework/plans/redate'
import { verb } from '@/lib/platform/gate/verb'
import { afterFacts } from './after-facts'
import { keepProposal, ratingErrors } from './keep-proposal'
import { pageOf } from './next-page'
import { onAnswered } from './on-answered'

/**
 * How fast, how to reach the person, whom never to tell. The codes propose the risk; whoever rates it lower, or leaves
 * open what should be restricted, says why. The risk sets the case's clocks.
 */
export const writeSafety = verb({
  ...onAnswered,
  name: 'case.write-safety',
  form: safetyForm,
  page: pageOf('safety'),
  current: (ctx, { row, reach, identity }) =>
    standing(ctx, row, safetyShown({ ...row, identity }, reach.record.risk)),
  apply: async (ctx, found, values) => {
    const {
      risk,
      safeContact,
      withholdFrom,
      withholdReason,
      lowerReason,
      openReason,
      hoursSince,
      gbvType,
      ...sealed
    } = values
    const { record } = found.reach
    const { row, identity } = found
    const situation = latestOf(await consentsOf(ctx, record.id), 'CASE_MGMT')?.situation ?? {}
    const known = {
      ...row,
      birth: birthOf({ ...row, identity }),
      safeContact,
      situation,
      hoursSince,
      gbvType,
    }
    const assessed = assessedFacts(finishedOf(await assessmentsOf(ctx, record.id)))
    const proposal = proposeWith(known, assessed, isoDayOf(ctx.actor.now))
    const rated = { risk, lowerReason, openReason, hoursSince }
    const wrong = ratingErrors(rated, proposal, record.sensitivity)
    if (Object.keys(wrong).length > 0) return { invalid: wrong }
    const withholds = withholdFrom.map((from) => ({ from, reason: withholdReason }))
    const written = await writePerson(ctx, found, {
      plain: { safeContact },
      sealed: { ...sealed, withholds },
    })
    if (!written) return { conflict: true }
    await keepProposal(ctx, record, rated, proposal)
    // Noted with the person, on this page and nowhere else: calling is safe again.
    const doNotContact = record.doNotContact && !liftsStop(safeContact)
    const same = risk === record.risk && doNotContact === record.doNotContact
    const kept = same || (await touchCase(ctx, record, { risk, doNotContact }))
    const dates = risk === record.risk ? 0 : await redatePlan(ctx, record, risk)
    return kept
      ? {
          location: saying(await afterFacts(ctx, record, 'safety'), dates),
          // The past of the case keeps each rating; the log says when one was made, not that it still stands.
          ...((risk !== record.risk || lowerReason || openReason) && {
            detail: { risk, proposed: proposal.risk, restrict: proposal.restrict },
          }),
        }
      : { conflict: true }
  },
})

/** Dates of the plan that the new risk moved are said where the person lands. PURE. */
const saying = (location: string, dates: number): string =>
  dates === 0 ? location : location.replace(/\?done=[a-z-]+$/, '?done=dates-moved')
