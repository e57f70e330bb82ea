import { waitingRow } from '@/app/_frame/waiting-row'
import { ButtonLink } from '@/app/_ui/button'
import { Bar } from '@/app/_ui/clock'
import { isCapped, shownCount } from '@/app/_ui/count'
import { Empty } from '@/app/_ui/empty'
import { Facts } from '@/app/_ui/facts'
import { Hand } from '@/app/_ui/hand'
import { Head } from '@/app/_ui/head'
import { AsidePart, Section, Split } from '@/app/_ui/layout'
import { QueueList } from '@/app/_ui/queue-list'
import { Table } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { TileLinks } from '@/app/_ui/tiles'
import { shownKinds } from '@/lib/casework/tasks/waiting'
import { queueHref } from '@/lib/desks/queue/view-queue'
import type { SupervisorDay } from '@/lib/desks/work/supervisor-day'
import { type Framed, greeting, today } from './framed'
import { SilentTable } from './silent-table'
import { WithoutFile } from './without-file'

type Props = { day: SupervisorDay; page: Framed }

/** A supervisor's day: breached clocks on top, then what is next, the silent partners and the team's load. */
export function SupervisorHome({ day, page }: Props) {
  const { t } = page
  const { counts, rows } = day.waiting
  const lead = [
    t('work.lead.waiting', { count: counts.total }),
    counts.late > 0 ? t('work.lead.late', { count: counts.late }) : '',
  ]
  const tones = { review: 'soon', silent: 'late', orphan: 'late' } as const
  const shown = shownKinds(counts)
  return (
    <>
      <Head
        title={greeting(page)}
        lead={`${today(page)} ${lead.join(' ').trim()}`}
        actions={<ButtonLink href="/queue">{t('work.quick.queue')}</ButtonLink>}
      />
      <TileLinks
        label={t('work.tiles.waiting')}
        tiles={shown.map((kind) => ({
          href: queueHref(kind),
          count: shownCount(counts[kind]),
          label: t(`work.tile.${kind}`, { count: counts[kind] }),
          tone: counts[kind] > 0 && kind in tones ? tones[kind as keyof typeof tones] : undefined,
        }))}
      />
      <Split asideLabel={t('work.aside.label')} aside={<Team day={day} page={page} />}>
        {day.hasty.length > 0 && (
          <Section title={t('work.hasty.title')} tight>
            <ul>
              {day.hasty.map(({ name, files }) => (
                <li key={`${name} ${files}`}>{t('work.hasty.line', { name, count: files })}</li>
              ))}
            </ul>
          </Section>
        )}
        {rows.length === 0 ? (
          <Empty title={t('work.waiting.none')}>{t('work.waiting.none-more')}</Empty>
        ) : (
          <Section title={t('work.waiting.title')} tight>
            <QueueList
              label={t('work.waiting.title')}
              rows={rows.map((row) => waitingRow(row, page, (id) => queueHref(undefined, { item: id })))}
            />
            {counts.total > rows.length && (
              <p className="meta">
                <a href="/queue">{t('work.waiting.all', { count: counts.total })}</a>
              </p>
            )}
          </Section>
        )}
        <SilentTable rows={day.silent} total={counts.silent} page={page} />
      </Split>
    </>
  )
}

function Team({ day: { relay, people, further, without }, page }: Props) {
  const { t } = page
  const parts = [relay.us, relay.them, relay.silent]
  const all = Math.min(
    parts.reduce((sum, part) => sum + part, 0),
    parts.some(isCapped) ? 100 : Number.POSITIVE_INFINITY,
  )
  const columns = [
    { label: t('work.load.who') },
    { label: t('work.load.open'), num: true },
    { label: t('work.load.late'), num: true },
  ]
  return (
    <>
      <AsidePart title={t('work.relay.title')}>
        <p className="meta">{t('work.relay.open', { count: all })}</p>
        {!parts.some(isCapped) && <Bar us={relay.us} them={relay.them} late={relay.silent} />}
        <Facts
          numbers
          facts={[
            {
              key: 'us',
              term: <Hand side="us">{t('work.relay.us')}</Hand>,
              value: <b>{shownCount(relay.us)}</b>,
            },
            {
              key: 'them',
              term: <Hand side="them">{t('work.relay.them')}</Hand>,
              value: <b>{shownCount(relay.them)}</b>,
            },
            { key: 'silent', term: t('work.relay.silent'), value: <b>{shownCount(relay.silent)}</b> },
          ]}
        />
      </AsidePart>
      <AsidePart>
        <Table
          title={{ id: 'load', text: t('work.load.title') }}
          columns={columns}
          rows={people.map(({ lead, officeId, name, office, open, late }) => ({
            key: `${lead} ${officeId}`,
            cells: [
              <span key="who">
                {name}
                <small>{office}</small>
              </span>,
              shownCount(open),
              late > 0 ? (
                <a key="late" href={`/staff/${lead}?office=${officeId}#late`}>
                  <Tag tone="late">{shownCount(late)}</Tag>
                </a>
              ) : (
                0
              ),
            ],
          }))}
        />
        {further && (
          <p className="meta">
            <a href={`/work?team=${further}`}>{t('frame.next-page')}</a>
          </p>
        )}
      </AsidePart>
      {without && <WithoutFile counts={without} page={page} />}
    </>
  )
}
