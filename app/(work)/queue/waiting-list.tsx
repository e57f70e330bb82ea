import { ClockView } from '@/app/_frame/clock-view'
import { UrgencyTag } from '@/app/_frame/urgency-tag'
import { Code } from '@/app/_ui/code'
import { QueueList, type QueueRow } from '@/app/_ui/queue-list'
import { Tag } from '@/app/_ui/tag'
import { label, partnerName } from '@/lib/base/codes/codes'
import type { Kind, Waiting } from '@/lib/casework/staff/supervisor-queries'
import { bandWords } from '@/lib/desks/case-file/words'
import { between } from '@/lib/engines/clocks/between'
import type { Page } from '@/lib/platform/gate/read'

type Framed = { page: Omit<Page<unknown>, 'view'> }
type Props = Framed & { waiting: Waiting[]; current: string | undefined; tab: Kind | undefined }

/** One line an item: what is asked, of whom, how long is left. A restricted case shows its code and nothing else. */
export function WaitingList({ waiting, current, tab, page }: Props) {
  const rows = waiting.map((item) => ({
    ...rowOf(item, page),
    href: hrefOf(item, tab),
    current: item.id === current,
  }))
  return <QueueList label={page.t('queue.title')} rows={rows} />
}

const hrefOf = ({ kind, id }: Waiting, tab: Kind | undefined) =>
  kind === 'alert' ? `/alerts/${id}` : `/queue?${tab ? `kind=${tab}&` : ''}item=${id}`

function rowOf(item: Waiting, { t, locale, actor }: Framed['page']): Omit<QueueRow, 'href'> {
  const clock = item.dueAt && between(item.kind, { since: item.since, due: item.dueAt }, actor.now)
  const place = item.kind === 'alert' ? item.place : label('admin2_2014', item.place, locale)
  const who = bandWords({ sex: item.sex ?? 'U', birthYear: item.birthYear }, { t, locale, now: actor.now })
  return {
    ask: t(`queue.ask.${item.kind}`),
    what: item.restricted ? t('queue.restricted') : whatOf(item, locale),
    meta: (
      <>
        <Code>{item.code}</Code> · {item.restricted ? t('queue.restricted-meta') : `${who} · ${place}`}
        {item.colleague && (
          <>
            {' '}
            · <bdi>{item.colleague}</bdi>
          </>
        )}
      </>
    ),
    clock: clock ? <ClockView clock={clock} t={t} /> : <Tag>{t('queue.no-due')}</Tag>,
    tag: <UrgencyTag urgency={item.priority} t={t} />,
  }
}

const whatOf = ({ partner, service }: Waiting, locale: string) =>
  partner && service
    ? `${partnerName(partner, locale)} · ${label('service_type', service, locale)}`
    : undefined
