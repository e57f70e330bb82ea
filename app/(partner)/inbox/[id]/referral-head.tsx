import { ClockView } from '@/app/_frame/clock-view'
import { UrgencyTag } from '@/app/_frame/urgency-tag'
import { Code } from '@/app/_ui/code'
import { Hand } from '@/app/_ui/hand'
import { Head } from '@/app/_ui/head'
import { label } from '@/lib/base/codes/codes'
import { day, moment } from '@/lib/base/i18n/dates'
import type { Translate } from '@/lib/base/i18n/translate'
import { type ReferralState, STATES } from '@/lib/casework/referrals/machine/states'
import type { OpenView, SealedView } from '@/lib/desks/inbox/view-received'
import type { Clock } from '@/lib/engines/clocks/types'
import { clockName } from '@/lib/engines/clocks/words'
import type { Framed } from './framed'
import { InboxCrumb } from './inbox-crumb'

/** How urgent, which code, whose turn, what is asked, until when. */
export function ReferralHead({ view, page }: Framed & { view: SealedView | OpenView }) {
  const { t, locale } = page
  const turn = theirTurn(view.state)
  const words = { us: 'inbox.turn.ours', them: 'inbox.turn.yours', nobody: 'inbox.turn.nobody' } as const
  const meta = [
    view.sentAt && t('inbox.received', { at: moment(locale, view.sentAt) }),
    view.expectedOn && t('inbox.expected', { day: day(locale, view.expectedOn) }),
  ].filter(Boolean)
  return (
    <>
      <InboxCrumb page={page} here={view.code} />
      <Head
        above={
          <>
            <UrgencyTag urgency={view.priority} t={t} /> <Code>{view.code}</Code>{' '}
            <Hand side={turn === 'them' ? 'them' : 'us'}>{t(words[turn])}</Hand>
          </>
        }
        title={label('service_type', view.service, locale)}
        meta={meta.join(' · ')}
        actions={view.clock && <ClockView clock={view.clock} t={t} detail={nameOf(view.clock, t)} />}
      />
    </>
  )
}

/** Seen from the partner: a service that was not confirmed waits for its word, though the next step is ours. */
const theirTurn = (state: ReferralState) =>
  STATES[state].tabs.them === 'explain' ? 'them' : STATES[state].turn

const nameOf = (clock: Clock, t: Translate): string => {
  const { key, values } = clockName(clock.kind)
  return t(key, values)
}
