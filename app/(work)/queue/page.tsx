import { cookies } from 'next/headers'
import { Sheet } from '@/app/_frame/sheet'
import { WorkPage } from '@/app/_frame/work-page'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/empty'
import { Head } from '@/app/_ui/head'
import { Desk } from '@/app/_ui/panel'
import { Tabs } from '@/app/_ui/tabs'
import { KEYS_COOKIE, keysWanted } from '@/lib/base/request/keys'
import { shownTabs } from '@/lib/casework/tasks/waiting'
import { openingOf, queueHref, viewQueue } from '@/lib/desks/queue/view-queue'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { manifest } from '@/lib/platform/http/assets'
import { DecidedBar, TogetherBar } from './decided-bar'
import { DecisionPanel } from './decision-panel'
import { WaitingList } from './waiting-list'

/** Letters for what is pressed most, where scripts run and the account wants them. */
const letters = manifest().js.keys

/** Each is a line of its own in the log: the list, an item that was opened, an identity that was shown. */
const acts = {
  list: { action: 'queue.view' },
  item: { action: 'queue.open' },
  name: { action: 'queue.show-name' },
} as const

export default async function QueuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const wanted = keysWanted((await cookies()).get(KEYS_COOKIE)?.value)
  const spec = { ...acts[openingOf(query)], roles: ['SUPERVISOR'] } as const
  const page = await read(spec, (reading) => viewQueue(reading, query))
  const { t, view } = page
  const tabs = [
    { href: '/queue', label: t('queue.tab.all'), count: view.counts.total, current: view.tab === undefined },
    ...shownTabs(view.counts).map((kind) => ({
      href: queueHref(kind),
      label: t(`queue.tab.${kind}`),
      count: view.counts[kind],
      current: view.tab === kind,
    })),
  ]
  const bar = view.together ? (
    <TogetherBar together={view.together} page={page} />
  ) : (
    view.decided && <DecidedBar decided={view.decided} place={view.place} page={page} />
  )
  return (
    <WorkPage page={page} title={t('queue.title')} under="/queue">
      <Sheet name="queue" />
      <Head title={t('queue.title')} meta={t('queue.meta')} />
      <Tabs label={t('queue.tabs')} tabs={tabs} />
      {view.tab === 'withdrawn' && view.counts.withdrawn > 0 && (
        <p className="meta">{t('queue.withdrawn.lead', { count: view.counts.withdrawn })}</p>
      )}
      {view.rows.length === 0 && !view.panel ? (
        <>
          <Empty
            title={t(view.counts.total > 0 ? 'queue.empty.kind.title' : 'queue.empty.title')}
            actions={<ButtonLink href="/cases">{t('queue.empty.cases')}</ButtonLink>}
          >
            {view.counts.total > 0
              ? t('queue.empty.kind.text', { count: view.counts.total })
              : t('queue.empty.text')}
          </Empty>
          {bar}
        </>
      ) : (
        <Desk
          back={{ href: queueHref(view.tab), label: t('queue.back') }}
          open={view.panel !== undefined}
          list={<WaitingList view={view} page={page} />}
          panel={view.panel && <DecisionPanel panel={view.panel} view={view} page={page} />}
          undo={bar}
        />
      )}
      {letters && wanted && <script src={letters} defer />}
    </WorkPage>
  )
}
