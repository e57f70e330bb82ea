import { listedService } from '@/app/_frame/listed-service'
import { Code } from '@/app/_ui/code'
import { Tag } from '@/app/_ui/tag'
import type { DueRow } from '@/lib/desks/work/caseworker-day'
import { dutyName } from '@/lib/desks/work/due-words'
import { DueClock } from './due-clock'
import type { Framed } from './framed'

type Line = Pick<DueRow, 'code' | 'referral' | 'kind' | 'service' | 'risk' | 'due' | 'since'> &
  Partial<Pick<DueRow, 'urgent' | 'stop'>>

/** Where the person whose work it is does it. PURE. */
export function placeOf({ referral, kind, code }: Line): string {
  if (kind === 'task-FIND_BASIS') return `/cases/${code}/consents/new`
  if (kind === 'task-RATE_AGAIN') return `/cases/${code}/register/safety`
  if (kind === 'task-REVIEW_CASE') return `/cases/${code}/follow-ups/review`
  if (kind.startsWith('task-PLAN_ACTION')) return `/cases/${code}/plan`
  if (kind.startsWith('task-KEEP_APPOINTMENT')) return `/cases/${code}/follow-ups`
  if (!referral) return `/cases/${code}`
  if (kind === 'task-TELL_PERSON') return `/referrals/${referral}/slip`
  if (kind === 'task-RENEW_CONSENT') return `/cases/${code}/consents/new?renew=${referral}`
  return kind === 'verify' ? `/referrals/${referral}/verify` : `/referrals/${referral}`
}

/** One thing that falls due, as a row that leads to `href`. */
export const dueLine = (row: Line, { t, locale, actor }: Framed, href: string) => ({
  href,
  ask: dutyName(row.kind, { t, locale }),
  what: row.service ? listedService(row.service, { t, locale }) : undefined,
  tag: (
    <>
      {row.urgent && <Tag tone="late">{t('cases.vital.urgency.EMERGENCY')}</Tag>}
      {row.stop ? (
        <Tag tone="late" icon="call">
          {t('cases.bar.no-contact')}
        </Tag>
      ) : (
        row.risk === 'HIGH' && <Tag tone="late">{t('work.due.high')}</Tag>
      )}
    </>
  ),
  meta: <Code>{row.code}</Code>,
  clock: <DueClock due={row.due} since={row.since} now={actor.now} t={t} />,
})
