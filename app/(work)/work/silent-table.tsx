import { listedService } from '@/app/_frame/listed-service'
import { Code } from '@/app/_ui/code'
import { shownCount } from '@/app/_ui/count'
import { Hand } from '@/app/_ui/hand'
import { Table } from '@/app/_ui/table'
import { partnerName } from '@/lib/base/codes/codes'
import type { SilentRow } from '@/lib/desks/work/supervisor-day'
import { DueClock } from './due-clock'
import type { Framed } from './framed'

/** The referrals that have waited longest at partners. */
export function SilentTable({ rows, page }: { rows: SilentRow[]; page: Framed }) {
  const { t, locale, actor } = page
  if (rows.length === 0) return <p className="meta">{t('work.silent.none')}</p>
  const columns = (['code', 'what', 'who', 'clock'] as const).map((name) => ({
    label: t(`work.silent.${name}`),
  }))
  const total = rows[0]?.total ?? 0
  return (
    <>
      <Table
        title={{ id: 'silent', text: t('work.silent.title') }}
        columns={columns}
        narrow="cards"
        rows={rows.map(({ id, code, partner, service, due, since }) => ({
          key: id,
          cells: [
            <a key="code" href={`/referrals/${id}`}>
              <Code>{code}</Code>
            </a>,
            service ? listedService(service, { t, locale }) : t('work.restricted'),
            <Hand key="who" side={due === null ? 'us' : 'them'}>
              {due === null
                ? t('work.relay.us')
                : partner
                  ? partnerName(partner, locale)
                  : t('work.relay.them')}
            </Hand>,
            due === null ? (
              t('work.silent.paused')
            ) : (
              <DueClock key="clock" due={due} since={since} now={actor.now} t={t} />
            ),
          ],
        }))}
      />
      {total > rows.length && (
        <p className="meta">
          <a href="/work?all=silent#silent">
            {t('work.silent.more', { count: rows.length, total: shownCount(total) })}
          </a>
        </p>
      )}
    </>
  )
}
