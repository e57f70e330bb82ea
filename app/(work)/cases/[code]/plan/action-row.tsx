import { ClockView } from '@/app/_frame/clock-view'
import { Button } from '@/app/_ui/button'
import { Icon } from '@/app/_ui/icon'
import { label, partnerName } from '@/lib/base/codes/codes'
import { day, dueWords } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { PlanAction } from '@/lib/casework/plans/queries'
import { actionName, ownerWords } from '@/lib/desks/case-file/plan-words'
import type { PlanView } from '@/lib/desks/case-file/view-plan'
import { whyAction } from '@/lib/desks/case-file/why-action'
import { between } from '@/lib/engines/clocks/between'
import type { Framed } from '../case-frame'

/** A referral that ended so carries nothing any more. */
const ENDED = ['CANCELLED', 'CONSENT_WITHDRAWN', 'DECLINED', 'CLOSED_UNSERVED']

/** One action: what, who, until when and why then, how it stands. */
export function actionRow(action: PlanAction, view: PlanView, page: Framed) {
  const { t, locale } = page
  const path = `/cases/${view.head.reach.record.code}/plan/actions/${action.id}`
  const partner = action.referral && !ENDED.includes(action.referral.state) ? action.referral.partner : null
  return {
    key: action.id,
    cells: [
      <span key="what">
        <a href={path}>
          <bdi>{actionName(action, locale)}</bdi>
        </a>
        {action.service && <small> {label('service_type', action.service, locale)}</small>}
      </span>,
      <span key="who">
        <bdi>{partner ? partnerName(partner, locale) : ownerWords(action, page)}</bdi>
        {action.handedBy && action.state === 'OPEN' && (
          <small> {t('plans.handed', { name: action.handedBy })}</small>
        )}
      </span>,
      <Until key="until" action={action} page={page} />,
      <State key="state" action={action} view={view} page={page} />,
    ],
  }
}

function Until({ action, page }: { action: PlanAction; page: Framed }) {
  const { t, locale, actor } = page
  const due = new Date(action.dueAt)
  if (action.state !== 'OPEN') return <span>{dueWords(locale, due)}</span>
  return (
    <span>
      <ClockView
        clock={between('plan', { since: new Date(action.from), due }, actor.now)}
        t={t}
        detail={dueWords(locale, due)}
      />
      <small> {whyAction(action, page)}</small>
    </span>
  )
}

type StateProps = { action: PlanAction; view: PlanView; page: Framed }

/** Done is plain text with its day; what a partner carries says how the referral stands. */
function State({ action, view: { head, may }, page: { t, locale } }: StateProps) {
  const { state, referral, doneOn, skipReason } = action
  if (state === 'DONE')
    return (
      <span>
        <Icon name="ok" /> {t('plans.done-on', { day: day(locale, doneOn ?? '') })}
      </span>
    )
  if (state === 'SKIPPED')
    return t('plans.skipped-on', { reason: label('plan_skip_reason', skipReason ?? '', locale) })
  const shown = referral && (
    <a href={`/referrals/${referral.id}`}>
      {wordingOf(t, `referrals.state.${referral.state}`, referral.state)}
    </a>
  )
  if (referral && !ENDED.includes(referral.state)) return shown
  if (!may.goOn) return shown || t('plans.to-do')
  const about = <span className="vh"> : {actionName(action, locale)}</span>
  if (action.owner === 'PARTNER' && may.agree)
    return (
      <span>
        {shown}{' '}
        <a href={`/cases/${head.reach.record.code}/refer?service=${action.service}`}>
          {t(referral ? 'plans.refer-again' : 'plans.refer')}
          {about}
        </a>
      </span>
    )
  return (
    <Button calm small name="which" value={action.id}>
      {t('plans.do')}
      {about}
    </Button>
  )
}
