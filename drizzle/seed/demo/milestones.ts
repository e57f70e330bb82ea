import { at, plusDays, plusMinutes, workday } from './moments'
import type { Day, Moment } from './records'
import type { Step } from './route'

/** The days that a coded case names for one referral. */
export type Milestones = {
  priority: string
  state: string
  sent: Day
  acknowledged?: Day | undefined
  decided?: Day | undefined
  done?: Day | undefined
  /** The person said that it did not come, and the partner reported again. */
  contested?: Day | undefined
  again?: Day | undefined
  reason?: string | undefined
}

type People = { author: string; approver: string; partner: string }

function leaving({ priority, sent }: Milestones, { author, approver }: People): Step[] {
  const start: Step = { verb: 'start', at: at(sent, '09:00'), actorId: author, by: 'team' }
  if (priority === 'EMERGENCY')
    return [
      start,
      { verb: 'send-emergency', at: at(sent, '09:20'), actorId: author, by: 'team' },
      { verb: 'review', at: at(sent, '10:05'), actorId: approver, by: 'supervisor' },
    ]
  return [
    start,
    { verb: 'submit', at: at(sent, '09:15'), actorId: author, by: 'team' },
    { verb: 'approve', at: at(sent, '09:40'), actorId: approver, by: 'supervisor' },
    { verb: 'send', at: at(sent, '09:42'), actorId: null, by: 'system' },
  ]
}

/** Verbs after the partner has taken the referral, with their moment. */
function serving({ state, decided = '', done = '', contested, again }: Milestones): [Step['verb'], Moment][] {
  if (state === 'DECLINED') return [['decline', at(decided, '13:30')]]
  const accepted: [Step['verb'], Moment] = ['accept', at(decided, '13:30')]
  if (state === 'ACCEPTED') return [accepted]
  if (state === 'NOT_ACCESSED') return [accepted, ['report-not-accessed', at(done, '15:30')]]
  if (state === 'CONSENT_WITHDRAWN') return [accepted, ['withdraw-consent', at(done, '10:00')]]
  const begun: [Step['verb'], Moment] = ['begin', plusMinutes(accepted[1], 45)]
  if (state === 'IN_PROGRESS') return [accepted, begun]
  const complete: [Step['verb'], Moment] = ['complete', at(done, '15:30')]
  if (contested && again)
    return [accepted, begun, complete, ['contest', at(contested, '11:10')], ['complete', at(again, '15:10')]]
  const verify: [Step['verb'], Moment] = ['verify', at(workday(plusDays(done, 6)), '11:15')]
  return [accepted, begun, complete, ...(state === 'VERIFIED' ? [verify] : [])]
}

const OURS: readonly Step['verb'][] = ['verify', 'contest', 'withdraw-consent']
const WITH_REASON: readonly Step['verb'][] = ['decline', 'report-not-accessed', 'withdraw-consent']

/** The steps of a referral of which only the days are known; the clock times are ours. */
export function milestones(row: Milestones, people: People): Step[] {
  const steps = leaving(row, people)
  if (!row.acknowledged) return steps
  const answers: [Step['verb'], Moment][] = [['acknowledge', at(row.acknowledged, '10:30')], ...serving(row)]
  return [
    ...steps,
    ...answers.map(
      ([verb, moment]): Step => ({
        verb,
        at: moment,
        ...(OURS.includes(verb)
          ? { actorId: people.author, by: 'team' }
          : { actorId: people.partner, by: 'partner' }),
        ...(row.reason && WITH_REASON.includes(verb) ? { reason: row.reason } : {}),
      }),
    ),
  ]
}
