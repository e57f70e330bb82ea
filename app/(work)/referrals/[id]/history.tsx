import { Table } from '@/app/_ui/table'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { doerWords, eventWords } from '@/lib/desks/referral/event-words'
import { gatherEdits } from '@/lib/desks/referral/gather-edits'
import type { ReferralView } from '@/lib/desks/referral/view-referral'
import type { Page } from '@/lib/platform/gate/read'

type Props = { page: Omit<Page<unknown>, 'view'>; view: ReferralView }

/** The event in our words, and under it what was said beside its code. */
const What = ({ words, said }: { words: string; said: string | undefined }) => (
  <>
    {words}
    {said && <p className="prose meta">{said}</p>}
  </>
)

/** Every event, newest first. */
export function History({ page, view }: Props) {
  const { t, locale } = page
  const columns = (['when', 'who', 'what'] as const).map((name) => ({ label: t(`referrals.page.${name}`) }))
  const events = gatherEdits(view.events).map((event) => ({
    at: event.at,
    who: doerWords(event, view.partner, { t, locale }),
    words:
      event.times > 1
        ? t('referrals.event.edit-times', { count: event.times })
        : eventWords(event, view.partner, { t, locale }),
    said: view.comments[event.version],
  }))
  // Whoever called because no message reached the agency: no move of the referral, and part of what happened to it.
  const calls = view.calls.map(({ at, who }) => ({
    at: new Date(at),
    who: who ?? t('referrals.page.us'),
    words: t('referrals.page.called', { partner: partnerName(view.partner, locale) }),
    said: undefined,
  }))
  const rows = [...events, ...calls]
    .toSorted((a, b) => b.at.getTime() - a.at.getTime())
    .map(({ at, who, words, said }, index) => ({
      key: String(index),
      cells: [moment(locale, at), <bdi key="who">{who}</bdi>, <What key="what" words={words} said={said} />],
    }))
  return (
    <Table
      title={{ id: 'history', text: t('referrals.page.history') }}
      columns={columns}
      rows={rows}
      narrow="cards"
    />
  )
}
