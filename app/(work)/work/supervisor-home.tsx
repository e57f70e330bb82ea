import { ButtonLink } from '@/app/_ui/button'
import { Bar } from '@/app/_ui/clock'
import { Empty } from '@/app/_ui/empty'
import { Facts } from '@/app/_ui/facts'
import { Hand } from '@/app/_ui/hand'
import { Head } from '@/app/_ui/head'
import { AsidePart, Section, Split } from '@/app/_ui/layout'
import { QueueList } from '@/app/_ui/queue-list'
import { Table } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { TileLinks } from '@/app/_ui/tiles'
import type { SupervisorDay, Waiting } from '@/lib/desks/work/supervisor-day'
import { type Framed, greeting, today } from './framed'
import { SilentTable } from './silent-table'
import { waitingLine } from './waiting-line'

type Props = { day: SupervisorDay; page: Framed }
const kinds: readonly Waiting[] = ['approve', 'review', 'silent', 'alert', 'close']
const listOf = (kind: Waiting) => (kind === 'close' ? '/cases' : `/queue?kind=${kind}`)

/** A supervisor's day: breached clocks on top, then what is next, the silent partners and the team's load. */
export function SupervisorHome({ day, page }: Props) {
  const { t } = page
  const totals = kinds.map((kind) => ({
    kind,
    count: day.waiting.find((row) => row.what === kind)?.total ?? 0,
  }))
  const all = totals.reduce((sum, { count }) => sum + count, 0)
  const late = day.waiting[0]?.late ?? 0
  const lead = [t('work.lead.waiting', { count: all }), late > 0 ? t('work.lead.late', { count: late }) : '']
  const tones = { review: 'soon', silent: 'late' } as const
  const pressing = day.waiting.filter(({ place }) => place <= 6)
  return (
    <>
      <Head
        title={greeting(page)}
        lead={`${today(page)} ${lead.join(' ').trim()}`}
        actions={<ButtonLink href="/queue">{t('work.quick.queue')}</ButtonLink>}
      />
      <TileLinks
        label={t('work.tiles.waiting')}
        tiles={totals.map(({ kind, count }) => ({
          href: listOf(kind),
          count,
          label: t(`work.tile.${kind}`),
          tone: count > 0 && kind in tones ? tones[kind as keyof typeof tones] : undefined,
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
        {pressing.length === 0 ? (
          <Empty title={t('work.waiting.none')}>{t('work.waiting.none-more')}</Empty>
        ) : (
          <Section title={t('work.waiting.title')} tight>
            <QueueList label={t('work.waiting.title')} rows={pressing.map((row) => waitingLine(row, page))} />
          </Section>
        )}
        <SilentTable rows={day.silent} page={page} />
      </Split>
    </>
  )
}

function Team({ day: { relay, people }, page: { t } }: Props) {
  const columns = [
    { label: t('work.load.who') },
    { label: t('work.load.open'), num: true },
    { label: t('work.load.late'), num: true },
  ]
  return (
    <>
      <AsidePart title={t('work.relay.title')}>
        <p className="meta">{t('work.relay.open', { count: relay.us + relay.them + relay.silent })}</p>
        <Bar us={relay.us} them={relay.them} late={relay.silent} />
        <Facts
          numbers
          facts={[
            { key: 'us', term: <Hand side="us">{t('work.relay.us')}</Hand>, value: <b>{relay.us}</b> },
            {
              key: 'them',
              term: <Hand side="them">{t('work.relay.them')}</Hand>,
              value: <b>{relay.them}</b>,
            },
            { key: 'silent', term: t('work.relay.silent'), value: <b>{relay.silent}</b> },
          ]}
        />
      </AsidePart>
      <AsidePart>
        <Table
          title={{ id: 'load', text: t('work.load.title') }}
          columns={columns}
          rows={people.map(({ name, offices, open, late }) => ({
            key: name,
            cells: [
              <span key="who">
                {name}
                <small>{offices}</small>
              </span>,
              open,
              late > 0 ? (
                <Tag key="late" tone="late">
                  {late}
                </Tag>
              ) : (
                0
              ),
            ],
          }))}
        />
      </AsidePart>
    </>
  )
}
