import { listedService } from '@/app/_frame/listed-service'
import { Code } from '@/app/_ui/code'
import { shownCount } from '@/app/_ui/count'
import { Hand } from '@/app/_ui/hand'
import { Table } from '@/app/_ui/table'
import { partnerName } from '@/lib/base/codes/codes'
import { queueHref } from '@/lib/desks/queue/view-queue'
import type { SupervisorDay } from '@/lib/desks/work/supervisor-day'
import { DueClock } from './due-clock'
import type { Framed } from './framed'

type Props = { rows: SupervisorDay['silent']; total: number; page: Framed }

/** The referrals whose partner is latest with its answer; `total` is the count of the tile, and of the tab it opens. */
export function SilentTable({ rows, total, page }: Props) {
  const { t, locale, actor } = page
  if (rows.length === 0) return <p className="meta">{t('work.silent.none')}</p>
  const columns = (['code', 'what', 'who', 'clock'] as const).map((name) => ({
    label: t(`work.silent.${name}`),
  }))
  return (
    <>
      <Table
        title={{ id: 'silent', text: t('work.silent.title') }}
        columns={columns}
        narrow="cards"
        rows={rows.map(({ id, code, partner, service, dueAt, since }) => ({
          key: id,
          cells: [
            <a key="code" href={`/referrals/${id}`}>
              <Code>{code}</Code>
            </a>,
            service ? listedService(service, { t, locale }) : t('work.restricted'),
            <Hand key="who" side="them">
              {partner ? partnerName(partner, locale) : t('work.relay.them')}
            </Hand>,
            dueAt && (
              <DueClock
                key="clock"
                due={dueAt.getTime()}
                since={since?.getTime() ?? null}
                now={actor.now}
                t={t}
              />
            ),
          ],
        }))}
      />
      {total > rows.length && (
        <p className="meta">
          <a href={queueHref('silent')}>
            {t('work.silent.more', { count: rows.length, total: shownCount(total) })}
          </a>
        </p>
      )}
    </>
  )
}
