import type { Moment } from '@/app/_ui/timeline'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { isMessageKey, wordingOf } from '@/lib/base/i18n/translate'
import { eventKey } from '@/lib/casework/referrals/machine/events'
import type { OpenView } from '@/lib/desks/inbox/view-received'
import type { Framed } from './framed'

type Event = OpenView['events'][number]

/** What happened since it was sent, newest first, in the sentences both teams read. */
export function historyLines(view: OpenView, page: Framed['page']): Moment[] {
  return view.events.toReversed().map((event) => ({
    side: event.party === 'partner' || event.party === 'recorded' ? 'them' : 'us',
    title: sentence(event, page),
    meta: moment(page.locale, event.at),
  }))
}

function sentence(event: Event, { t, locale, actor }: Framed['page']): string {
  const { verb, party: by, channel } = event
  // Never the person's words, nor that they spoke.
  if (verb === 'contest' || verb === 'correct') return t('inbox.history.contest')
  // Why is said to the team by the person; a partner reads a reason only where it was its own.
  if (verb === 'report-not-accessed' && event.reason === null) return t('inbox.history.not-accessed')
  // How it was approved on our side is not the partner's business: it was sent.
  const sent = verb === 'send-emergency' ? 'send' : verb
  const key = `referrals.${eventKey({ verb: sent, by } as Parameters<typeof eventKey>[0])}`
  const values = {
    partner: partnerName(actor.partner ?? '', locale),
    reason: wordingOf(t, `referrals.reason.${verb}.${event.reason}`, ''),
    channel: wordingOf(t, `referrals.channel.${channel}`, ''),
  }
  return isMessageKey(key) ? t(key, values) : verb
}
