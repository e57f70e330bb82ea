import { hidden } from '@/app/_frame/hidden'
import { opensBeside, waitingRow } from '@/app/_frame/waiting-row'
import { shownCount } from '@/app/_ui/count'
import { HiddenFields } from '@/app/_ui/form'
import { Pages } from '@/app/_ui/pages'
import { type Beside, QueueList } from '@/app/_ui/queue-list'
import { label, partnerName } from '@/lib/base/codes/codes'
import { mayWait } from '@/lib/casework/tasks/may-wait'
import { rowPage } from '@/lib/casework/tasks/queue-place'
import { grouped } from '@/lib/desks/queue/group-rows'
import { type QueueView, queueHref, writeCursor } from '@/lib/desks/queue/view-queue'
import type { Page } from '@/lib/platform/gate/read'

type Props = { view: QueueView; page: Omit<Page<unknown>, 'view'> }

/** A page of what waits, harm first, then by how soon it is due, and the way to the next one. Nothing is open that nobody opened. */
export function WaitingList({ view, page }: Props) {
  const { t, actor } = page
  const { rows, tab, counts, next, paged, place } = view
  const here = (id: string) => queueHref(tab, { item: id })
  const total = tab ? counts[tab] : counts.total
  const inHand = view.decided && !view.panel ? Math.min(view.at, rows.length - 1) : undefined
  return (
    <>
      {tab === 'approve' && <Together rows={rows} page={page} />}
      {/* One form for the buttons of all rows: each says where it goes and which row it is. */}
      <form id="mark" method="post" action="/queue" noValidate>
        <HiddenFields fields={{ ...hidden(), kind: place }} />
      </form>
      {grouped(rows, actor.now).map(({ group, rows: some, from }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} className="grp">
            {t(`queue.group.${group}`)} {!next && !paged && <b>{some.length}</b>}
          </h2>
          <QueueList
            label={t(`queue.group.${group}`)}
            focusOn={inHand === undefined ? undefined : inHand - from}
            rows={some.map((item) => ({
              ...waitingRow(item, page, here),
              current: item.id === view.panel?.id,
              beside: besideOf(item, place, t),
            }))}
          />
        </section>
      ))}
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

/** Requests of low risk to one agency for one service: a page of their own lets several go. */
function Together({ rows, page: { t, locale } }: { rows: QueueView['rows'] } & Pick<Props, 'page'>) {
  const low = rows.filter(({ low: one, claim }) => one && (!claim || claim.mine))
  const groups = new Map<string, typeof low>()
  for (const row of low) {
    const query = `partner=${row.partner}&service=${row.service}`
    groups.set(query, [...(groups.get(query) ?? []), row])
  }
  return [...groups]
    .filter(([, same]) => same.length > 1)
    .map(([query, same]) => (
      <p key={query}>
        <a href={`/queue/together?${query}`}>
          {t('queue.together.link', {
            partner: partnerName(same[0]?.partner ?? '', locale),
            service: label('service_type', same[0]?.service ?? '', locale),
          })}
        </a>
      </p>
    ))
}

/** What opens on a page of its own is kept for oneself, set aside, or taken up again, from the list. */
function besideOf(
  row: QueueView['rows'][number],
  place: string,
  t: Props['page']['t'],
): Beside[] | undefined {
  if (opensBeside(row.kind) || row.kind === 'orphan') return undefined
  const of = row.aside ? 'later' : row.kind
  const mine = row.claim?.mine === true
  return [
    ...(row.aside || (row.claim && !mine)
      ? []
      : [
          {
            form: 'mark',
            action: `/api/v1/queue/${row.id}/${mine ? 'let-go' : 'claim'}`,
            ...{ name: 'of', value: of, letter: 'm' },
            label: t(mine ? 'queue.let-go' : 'queue.claim'),
          },
        ]),
    ...(mayWait(row) && (!row.claim || mine)
      ? [
          {
            href: rowPage(row.id, 'aside', place, of),
            label: t(row.aside ? 'queue.take-up' : 'queue.later'),
            letter: 'd',
          },
        ]
      : []),
  ]
}
