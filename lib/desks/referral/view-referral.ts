import { isWorkedOn } from '@/lib/casework/cases/states'
import { mayExchange } from '@/lib/casework/referrals/exchange/policy'
import { mayLink } from '@/lib/casework/referrals/links/policy'
import { clocksOf, isSilent } from '@/lib/casework/referrals/machine/due'
import {
  allowedVerbs,
  mayReferral,
  recordableVerbs,
  supervises,
} from '@/lib/casework/referrals/machine/policy'
import { staffSituation } from '@/lib/casework/referrals/machine/situation'
import { referralInReach } from '@/lib/casework/referrals/reach/scope'
import { noLaterThan } from '@/lib/engines/clocks/sooner'
import { env } from '@/lib/platform/env/env'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { callSaid } from './call-said'
import { contextOfReferral, sealedOf, type Told } from './referral-file'
import { remindedLately } from './reminded-lately'

/** One referral for its team or its supervisors: history, clocks, what is shared, messages, the verbs open to this person. */
export async function viewReferral(reading: Reading, id: string, query: Query) {
  const subject = { type: 'referral', id }
  const found = await referralInReach(reading, id)
  if (!found) return { missing: subject }
  const { referral } = found
  const { rules, asksBy, askedBy, ...context } = await contextOfReferral(reading, id)
  const sealed = await sealedOf(reading, id)
  const situation = staffSituation(reading.actor, referral, found)
  const draft = await findDraft(reading.tx, reading.actor.userId, 'referral.answer', one(query, 'draft'))
  const reminded = remindedLately(context.events, context.remindAfter, reading.actor.now)
  return {
    view: {
      id,
      code: found.caseCode,
      said: callSaid(reading.actor, found),
      state: referral.state,
      version: referral.version,
      service: referral.service,
      partner: referral.partnerCode,
      priority: referral.priority,
      outcome: referral.outcome,
      outcomeOn: referral.outcomeOn,
      expectedOn: referral.expectedOn,
      previousId: referral.previousId,
      sentAt: referral.sentAt,
      silent: isSilent(referral, reading.actor.now),
      untold: referral.untold,
      follow: referral.unservedFollow,
      reason: referral.reason,
      partnerDeletedAt: referral.partnerDeletedAt,
      deletionToldOn: referral.deletionToldOn,
      mayNoteDeleted: mayReferral('note-deleted', { ...situation, channel: 'PHONE' }).allowed,
      /** Whether messages leave from here by the way of the newest at all. */
      mailLeaves: leaves(context.told),
      mayLink: mayLink(found, context.receives).allowed,
      mayExchange: mayExchange(reading.actor, found).allowed,
      ...context,
      ...sealed,
      maySettle: supervises(situation),
      /** The limits that its clocks have by the settings of today. */
      limits: rules[referral.priority as keyof typeof rules],
      clocks: withLimit(clocksOf(referral.priority, context.events, reading.actor.now, rules), {
        asksBy,
        askedBy,
      }),
      verbs: allowedVerbs(situation).filter((verb) => verb !== 'remind' || !reminded),
      /** It was reminded a short while ago, and from when it may be again. */
      reminded,
      recordable: recordableVerbs(situation),
      mayEdit: allowedVerbs(situation).includes('edit'),
      reviewDue: situation.reviewDue,
      onTeam: situation.relations.some((relation) => relation === 'lead' || relation === 'member'),
      caseOpen: situation.caseOpen,
      caseWorked: isWorkedOn({ state: found.caseState, closureReason: found.closureReason }),
      done: one(query, 'done'),
      draft,
    },
    subject: { ...subject, caseId: referral.caseId },
  }
}
type Limits = { asksBy: Date | null; askedBy: Date | null }
type Clocks = ReturnType<typeof clocksOf>

/** What follows has the limit of its task, while it runs and once it is done: the newest, earlier ones are over. PURE. */
function withLimit(clocks: Clocks, { asksBy, askedBy }: Limits): Clocks {
  const newest = clocks.findLastIndex(({ kind }) => kind === 'follow-on')
  return clocks.map((clock, index) =>
    index === newest ? noLaterThan(clock, clock.stoppedAt ? askedBy : asksBy) : clock,
  )
}

export type ReferralView = Extract<Awaited<ReturnType<typeof viewReferral>>, { view: unknown }>['view']

const leaves = (told: Told | null): boolean => (told?.way === 'SMS' ? env().sms : env().mail) !== undefined
