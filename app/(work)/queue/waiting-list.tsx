import { opensBeside, waitingRow } from '@/app/_frame/waiting-row'
import { shownCount } from '@/app/_ui/count'
import { Pages } from '@/app/_ui/pages'
import { QueueList } from '@/app/_ui/queue-list'
import { mayWait } from '@/lib/casework/tasks/may-wait'
import { rowPage } from '@/lib/casework/tasks/queue-place'
import { type QueueView, queueHref, writeCursor } from '@/lib/desks/queue/view-queue'
import type { Page } from '@/lib/platform/gate/read'

type Props = { view: QueueView; page: Omit<Page<unknown>, 'view'> }

/** A page of what waits, and the way to the next one. Nothing is open that nobody opened. */
export function WaitingList({ view, page }: Props) {
  const { t } = page
  const { rows, tab, counts, next, paged, place } = view
  const here = (id: string) => queueHref(tab, { item: id })
  const total = tab ? counts[tab] : counts.total
  return (
    <>
      <QueueList
        label={t('queue.title')}
        focusOn={view.decided && !view.panel ? Math.min(view.at, rows.length - 1) : undefined}
        rows={rows.map((item) => ({
          ...waitingRow(item, page, here),
          current: item.id === view.panel?.id,
          beside: besideOf(item, place, t),
        }))}
      />
      {(next || paged) && (
        <Pages
          label={t('frame.pages')}
          range={t('frame.range', { count: rows.length, total: shownCount(total) })}
          previous={paged ? { href: queueHref(tab), label: t('frame.first-page') } : undefined}
          next={
            next
              ? { href: queueHref(tab, { after: writeCursor(next) }), label: t('frame.next-page') }
              : undefined
          }
        />
      )}
    </>
  )
}

/** What opens on a page of its own is set aside, or taken up again, from the list. */
const besideOf = (row: QueueView['rows'][number], place: string, t: Props['page']['t']) =>
  opensBeside(row.kind) || row.kind === 'transfer' || row.kind === 'orphan' || !mayWait(row)
    ? undefined
    : {
        href: rowPage(row.id, 'aside', place, row.aside ? 'later' : row.kind),
        label: t('queue.aside-link'),
        letter: 'd',
      }
