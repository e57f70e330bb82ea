import { label, partnerName } from '@/lib/base/codes/codes'
import { day, dueWords, moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { PlanAction, PlanGoal } from '@/lib/casework/plans/queries'
import { goalName, ownerWords } from '@/lib/desks/case-file/plan-words'
import { whyAction } from '@/lib/desks/case-file/why-action'
import type { Framed } from '../../../case-frame'

/** What is known of an action, in words; what has nothing to say is left out. */
export function actionFacts({ goal, action }: { goal: PlanGoal; action: PlanAction }, page: Framed) {
  const { t, locale } = page
  const { service, referral, state, endedBy, endedAt, handedBy } = action
  const by = handedBy ? ` (${t('plans.handed', { name: handedBy })})` : ''
  const ended =
    state === 'DONE'
      ? t('plans.done-on', { day: day(locale, action.doneOn ?? '') })
      : state === 'SKIPPED'
        ? t('plans.skipped-on', { reason: label('plan_skip_reason', action.skipReason ?? '', locale) })
        : t('plans.to-do')
  return [
    { term: t('plans.one.goal'), value: <bdi>{goalName(goal, locale)}</bdi> },
    { term: t('plans.column.who'), value: <bdi>{`${ownerWords(action, page)}${by}`}</bdi> },
    ...(service ? [{ term: t('plans.one.service'), value: label('service_type', service, locale) }] : []),
    { term: t('plans.column.until'), value: `${dueWords(locale, action.dueAt)}. ${whyAction(action, page)}` },
    { term: t('plans.column.state'), value: ended },
    ...(endedBy && endedAt
      ? [{ term: t('plans.one.ended'), value: <bdi>{`${endedBy}, ${moment(locale, endedAt)}`}</bdi> }]
      : []),
    ...(referral
      ? [
          {
            term: t('plans.one.referral'),
            value: (
              <a href={`/referrals/${referral.id}`}>
                {partnerName(referral.partner, locale)},{' '}
                {wordingOf(t, `referrals.state.${referral.state}`, referral.state)}
              </a>
            ),
          },
        ]
      : []),
  ]
}
