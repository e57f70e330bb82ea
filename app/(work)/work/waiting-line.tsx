import { UrgencyTag } from '@/app/_frame/urgency-tag'
import { Code } from '@/app/_ui/code'
import { label, partnerName } from '@/lib/base/codes/codes'
import type { WaitingRow } from '@/lib/desks/work/supervisor-day'
import { DueClock } from './due-clock'
import type { Framed } from './framed'

/** One thing that waits for a supervisor, as a line of the queue. Codes and colleagues, no name of a person helped. */
export function waitingLine(row: WaitingRow, page: Framed) {
  const { t, actor } = page
  return {
    href: hrefOf(row),
    ask: t(`work.waiting.${row.what}`),
    what: askedFor(row, page),
    meta: (
      <>
        <Code>{row.code}</Code>
        {row.who && (
          <> · {t(row.what === 'close' ? 'work.waiting.lead' : 'work.waiting.by', { name: row.who })}</>
        )}
      </>
    ),
    clock: row.due !== null && <DueClock due={row.due} since={row.since} now={actor.now} t={t} />,
    tag: row.urgency && <UrgencyTag urgency={row.urgency} t={t} />,
  }
}

function hrefOf({ what, id, code }: WaitingRow): string {
  if (what === 'alert') return `/alerts/${id}`
  return what === 'close' ? `/cases/${code}` : `/queue?item=${id}`
}

function askedFor({ what, service, partner }: WaitingRow, { t, locale }: Framed): string | undefined {
  if (what === 'close') return undefined
  if (what === 'alert') return partner ?? undefined
  if (!service || !partner) return t('work.restricted')
  return `${label('service_type', service, locale)}, ${partnerName(partner, locale)}`
}
