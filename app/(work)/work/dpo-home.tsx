import { ButtonLink } from '@/app/_ui/button'
import { Head } from '@/app/_ui/head'
import { TileLinks } from '@/app/_ui/tiles'
import { EventTable } from '@/app/(work)/audit/event-table'
import type { DpoDay } from '@/lib/desks/work/other-days'
import { type Framed, greeting, today } from './framed'

/** The data-protection officer's day: what the log says of the last week. */
export function DpoHome({ day, page }: { day: DpoDay; page: Framed }) {
  const { t } = page
  const tile = (name: 'done' | 'refused' | 'missing' | 'exports', query: string) => ({
    href: `/audit?${query}`,
    count: day.week[name],
    label: t(`work.dpo.${name}`, { count: day.week[name] }),
  })
  return (
    <>
      <Head
        title={greeting(page)}
        lead={`${today(page)} ${t('work.dpo.lead')}`}
        actions={<ButtonLink href="/audit">{t('work.dpo.open')}</ButtonLink>}
      />
      <TileLinks
        label={t('work.dpo.lead')}
        tiles={[
          tile('refused', 'outcome=refused'),
          tile('missing', 'outcome=missing'),
          tile('exports', 'action=statistics.export'),
          tile('done', 'outcome=done'),
        ]}
      />
      {day.events.length === 0 ? (
        <p className="meta">{t('work.dpo.none')}</p>
      ) : (
        <EventTable title={t('work.dpo.notable')} events={day.events} page={page} />
      )}
    </>
  )
}
