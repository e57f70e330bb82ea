import { ClockView } from '@/app/_frame/clock-view'
import { Relay } from '@/app/_ui/relay'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { relaySteps } from '@/lib/desks/referral/relay-steps'
import type { ReferralView } from '@/lib/desks/referral/view-referral'
import { msOf, ruleLimit } from '@/lib/desks/work/limit-words'
import { whyReferral, whyTask } from '@/lib/desks/work/why-due'
import { clockName } from '@/lib/engines/clocks/words'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ReferralView }

/** Two lanes from the real history. */
export function ReferralRelay({ page, view }: Props) {
  const { t, locale } = page
  const last = t('referrals.step.by-person')
  return (
    <Relay
      label={t('referrals.page.relay')}
      lanes={{ us: t('referrals.page.us'), them: shortName(partnerName(view.partner, locale)) }}
      steps={relaySteps(view.state, view.events).map(({ side, key, at, state }) => ({
        side,
        title: t(key),
        detail: at
          ? moment(locale, at)
          : key === 'referrals.step.verified'
            ? last
            : t(state === 'now' ? 'referrals.step.now' : 'referrals.step.later'),
        state,
      }))}
    />
  )
}

/** Why a running clock ends when it does. What follows has the limit of its reason where that is sooner. */
function whyClock(clock: ReferralView['clocks'][number], view: ReferralView, page: Props['page']) {
  if (clock.stoppedAt || !view.limits) return undefined
  const { kind, startedAt } = clock
  const limit = ruleLimit(view.limits[kind])
  const due = new Date(startedAt.getTime() + msOf(limit))
  return clock.limit < msOf(limit)
    ? whyTask(
        { kind: 'NEXT_STEP', due: clock.due ?? due, opened: startedAt, reason: null, priority: null },
        {},
        page,
      )
    : whyReferral({ kind, due, priority: view.priority, limit, moments: [startedAt] }, page)
}

/** A lane has room for one word: "Save" for Save the Children, as people call them. */
const shortName = (name: string): string => name.split(' ')[0] ?? name

/** Every clock of the engine that has started, each with what it measures. */
export function ReferralClocks({ page, view }: Props) {
  const { t } = page
  if (view.clocks.length === 0) return null
  return (
    <section className="clocks" aria-label={t('referrals.page.clocks')}>
      {view.clocks.map((clock) => {
        const name = clockName(clock.kind)
        return (
          <div key={clock.kind}>
            <span className="meta">{t(name.key, name.values)}</span>{' '}
            <ClockView clock={clock} t={t} detail={whyClock(clock, view, page)} />
          </div>
        )
      })}
    </section>
  )
}
