import { ClockView } from '@/app/_frame/clock-view'
import { listedService } from '@/app/_frame/listed-service'
import { UrgencyTag } from '@/app/_frame/urgency-tag'
import { Code } from '@/app/_ui/code'
import type { QueueRow } from '@/app/_ui/queue-list'
import { Tag } from '@/app/_ui/tag'
import { isCode, label, partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Waiting } from '@/lib/casework/tasks/waiting'
import { bandWords } from '@/lib/desks/case-file/words'
import { between } from '@/lib/engines/clocks/between'
import type { Page } from '@/lib/platform/gate/read'

type Framed = Omit<Page<unknown>, 'view'>

/** One thing that waits for a supervisor: what is asked, of whom, how long is left. A restricted case says its code only. */
export function waitingRow(item: Waiting, page: Framed, itemHref: (id: string) => string): QueueRow {
  const { t } = page
  return {
    href: hrefOf(item, itemHref),
    ask: item.restricted ? t('queue.restricted') : askOf(item, page),
    what: item.restricted ? undefined : whatOf(item, page),
    meta: (
      <>
        {item.restricted ? <Closed item={item} page={page} /> : <Open item={item} page={page} />}
        <Marks item={item} page={page} />
      </>
    ),
    busy: item.claim !== null && !item.claim.mine,
    clock: <Limit item={item} page={page} />,
    tag: item.restricted ? (
      <Tag tone="seal" icon="lock">
        {t('queue.tag.restricted')}
      </Tag>
    ) : (
      item.priority && <UrgencyTag urgency={item.priority} t={t} />
    ),
  }
}

/** Referrals are decided beside the list. */
export const opensBeside = (kind: Waiting['kind']): boolean =>
  !['alert', 'orphan', 'transfer', 'close', 'task', 'withdrawn'].includes(kind)

/** Referrals open beside the list; everything else on its own page. */
function hrefOf(
  { kind, id, code, taskKind, subjectType, subjectId }: Waiting,
  itemHref: (id: string) => string,
): string {
  if (kind === 'alert') return `/alerts/${id}`
  if (kind === 'orphan') return `/queue/restricted/${id}`
  if (kind === 'transfer') return `/queue/transfers/${id}`
  if (kind === 'close') return `/cases/${code}/close`
  if (kind === 'withdrawn') return `/referrals/${subjectId}`
  if (kind !== 'task') return itemHref(id)
  if (taskKind === 'CONFIRM_BEST_INTERESTS' || taskKind === 'CONFIRM_VITAL')
    return `/confirmations?of=${code}`
  if (taskKind === 'DECIDE_PANEL') return `/cases/${code}/assessments`
  if (taskKind === 'GRANT') return `/cases/${code}/return/decide`
  if (taskKind === 'HAND_OUT') return `/cases/${code}/transfer/hand-out`
  if (taskKind === 'APPROVE_PLAN') return `/cases/${code}/plan`
  if (taskKind === 'OPENING_SUPERVISION') return '/openings'
  if (taskKind === 'COMPARE_PEOPLE') return `/cases/${code}/same`
  if (taskKind === 'REVIEW_CONSENT') return `/cases/${code}/consents`
  return subjectType === 'case' || taskKind === 'LATE_ANSWER'
    ? `/cases/${code}`
    : `/${subjectType}s/${subjectId}`
}

export const askOf = ({ kind, taskKind }: Waiting, { t }: Pick<Framed, 't'>) =>
  kind === 'task' ? wordingOf(t, `queue.task.${taskKind}`, t('queue.ask.task')) : t(`queue.ask.${kind}`)

const whatOf = ({ partner, service }: Waiting, { t, locale }: Framed) =>
  partner && service
    ? `${partnerName(partner, locale)} · ${listedService(service, { t, locale })}`
    : undefined

type Line = { item: Waiting; page: Framed }

const Closed = ({ item, page: { t } }: Line) =>
  item.code ? (
    <>
      <Code>{item.code}</Code> · {t('queue.restricted-meta')}
    </>
  ) : (
    t('queue.orphan-meta')
  )

function Open({ item, page }: Line) {
  const { t, locale, actor } = page
  const who =
    item.sex && bandWords({ sex: item.sex, birthYear: item.birthYear }, { t, locale, now: actor.now })
  const place = item.place && placeOf(item, item.place, locale)
  return (
    <>
      <Code>{item.code}</Code>
      {[who, place].filter(Boolean).map((word) => ` · ${word}`)}
      {item.colleague && (
        <>
          {' '}
          · <bdi>{item.colleague}</bdi>
        </>
      )}
    </>
  )
}

/** Who is at it, and until when; of what was set aside why, and when it comes back. */
function Marks({ item: { claim, aside }, page: { t, locale } }: Line) {
  const said = [
    claim &&
      (claim.mine
        ? t('queue.claimed-mine', { at: moment(locale, claim.until) })
        : t('queue.claimed-by', { name: claim.by, at: moment(locale, claim.until) })),
    aside &&
      t('queue.aside-until', {
        reason: t(`queue.asideReason.${aside.reason}` as never),
        at: moment(locale, aside.until),
      }),
  ]
  return said.map((words) => words && <span key={words}> · {words}</span>)
}

/** Where it is: a flow point, a cercle, or the office that offers a case. */
const placeOf = ({ kind }: Waiting, place: string, locale: Framed['locale']) =>
  kind === 'transfer' ? place : label(isCode('fmp', place) ? 'fmp' : 'admin2_2014', place, locale)

function Limit({ item: { kind, since, dueAt }, page: { t, actor } }: Line) {
  if (!dueAt) return <Tag>{t('queue.no-due')}</Tag>
  return <ClockView clock={between(kind, { since: since ?? dueAt, due: dueAt }, actor.now)} t={t} />
}
