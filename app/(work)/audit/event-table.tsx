import { Code } from '@/app/_ui/code'
import { Table } from '@/app/_ui/table'
import { Tag, type TagTone } from '@/app/_ui/tag'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { AuditRow } from '@/lib/desks/log/queries'
import { actionWords, factsOf, objectWords } from '@/lib/desks/log/words'
import type { Page } from '@/lib/platform/gate/read'

type Props = { events: AuditRow[]; title?: string; page: Omit<Page<unknown>, 'view'> }

const tones: Record<string, TagTone> = { refused: 'late', missing: 'soon' }

/** Lines of the log. Codes and colleagues; what an event says beyond codes and numbers is not shown. */
export function EventTable({ events, title, page }: Props) {
  const { t } = page
  const columns = (['at', 'actor', 'action', 'object', 'outcome'] as const).map((name) => ({
    label: t(`audit.column.${name}`),
  }))
  const rows = events.map((event) => ({ key: String(event.id), cells: cellsOf(event, page) }))
  const heading = title
    ? { title: { id: 'events', text: title } }
    : { caption: t('audit.title'), quietCaption: true }
  return <Table {...heading} columns={columns} rows={rows} narrow="cards" />
}

function cellsOf(event: AuditRow, { t, locale }: Props['page']) {
  const about = objectWords(event)
  const facts = factsOf(event.detail, t)
  return [
    moment(locale, event.at),
    <span key="actor">
      {event.actor ?? t('audit.system')}
      {event.behalf && <small>{t('audit.behalf', { name: event.behalf })}</small>}
    </span>,
    <span key="action">
      <a href={`/audit?action=${event.action}`}>{actionWords(event.action, t)}</a>
      {facts.length > 0 && <small>{facts.join(' · ')}</small>}
    </span>,
    event.caseCode ? (
      <a key="object" href={`/audit?code=${encodeURIComponent(event.caseCode)}`}>
        <Code>{event.caseCode}</Code>
      </a>
    ) : (
      about && <Code key="object">{about}</Code>
    ),
    <Tag key="outcome" tone={tones[event.outcome]}>
      {wordingOf(t, `audit.outcome.${event.outcome}`, event.outcome)}
    </Tag>,
  ]
}
