import { Table } from '@/app/_ui/table'
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
  const rows = gatherEdits(view.events)
    .toReversed()
    .map((event, index) => ({
      key: String(index),
      cells: [
        moment(locale, event.at),
        <bdi key="who">{doerWords(event, view.partner, { t, locale })}</bdi>,
        <What
          key="what"
          words={
            event.times > 1
              ? t('referrals.event.edit-times', { count: event.times })
              : eventWords(event, view.partner, { t, locale })
          }
          said={view.comments[event.version]}
        />,
      ],
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
