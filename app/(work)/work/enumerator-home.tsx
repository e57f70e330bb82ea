import { ButtonLink } from '@/app/_ui/button'
import { Code } from '@/app/_ui/code'
import { Head } from '@/app/_ui/head'
import { Section } from '@/app/_ui/layout'
import { QueueList } from '@/app/_ui/queue-list'
import { Tag } from '@/app/_ui/tag'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import type { EnumeratorDay } from '@/lib/desks/work/other-days'
import { type Framed, greeting, today } from './framed'

/** An enumerator's day: one big button, today's count, whether the last alerts are handled. */
export function EnumeratorHome({ day, page }: { day: EnumeratorDay; page: Framed }) {
  const { t, locale } = page
  return (
    <>
      <Head
        title={greeting(page)}
        lead={`${today(page)} ${t('work.enumerator.lead', { count: day.sentToday })}`}
      />
      <p>
        <ButtonLink href="/alerts/new" icon="plus" wide>
          {t('work.enumerator.new')}
        </ButtonLink>
      </p>
      <Section title={t('work.enumerator.last')} tight>
        {day.last.length === 0 ? (
          <p className="meta">{t('work.enumerator.none')}</p>
        ) : (
          <QueueList
            label={t('work.enumerator.last')}
            rows={day.last.map((alert) => ({
              href: `/alerts/${alert.id}`,
              ask: <Code>{alert.code}</Code>,
              meta: `${label('fmp', alert.place, locale)} · ${moment(locale, alert.raisedAt)}`,
              clock: <Tag>{t(`alerts.own-state.${alert.state}`)}</Tag>,
            }))}
          />
        )}
        {day.total > day.last.length && (
          <p className="meta">
            <a href="/alerts">{t('work.enumerator.all', { count: day.total })}</a>
          </p>
        )}
      </Section>
    </>
  )
}
