import { hidden } from '@/app/_frame/hidden'
import { Note } from '@/app/_ui/note'
import { UndoBar } from '@/app/_ui/undo-bar'
import { partnerName } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import type { Decided, Marked, Together } from '@/lib/desks/queue/view-queue'
import type { Page } from '@/lib/platform/gate/read'

type Props = { decided: Decided | Marked; place: string; page: Omit<Page<unknown>, 'view'> }

/** What was just decided; an approval that is still held can be taken back from here. */
export function DecidedBar({ decided, place, page }: Props) {
  const { t, locale } = page
  if ('until' in decided) return <MarkedBar marked={decided} place={place} page={page} />
  const values = { code: decided.code, partner: partnerName(decided.partner, locale) }
  const held = decided.what === 'approved' && decided.state === 'APPROVED'
  if (!held)
    return (
      <Note tone="good" icon="ok" live>
        {decided.what === 'approved'
          ? t('queue.done.approved-sent', values)
          : t(`queue.done.${decided.what}`, values)}
      </Note>
    )
  return (
    <UndoBar
      action={`/api/v1/referrals/${decided.id}/undo`}
      fields={{ ...hidden(decided.version), kind: place }}
      label={t('queue.undo.button')}
      letter="u"
    >
      {t('queue.done.approved', values)}
    </UndoBar>
  )
}

/** What was set aside can be taken up again from here; what is back says so. */
function MarkedBar({ marked, place, page: { t, locale } }: Omit<Props, 'decided'> & { marked: Marked }) {
  const { what, id, code, until } = marked
  if (what === 'freed' || !until)
    return (
      <Note tone="good" icon="ok" live>
        {t('queue.done.freed', { code })}
      </Note>
    )
  return (
    <UndoBar
      action={`/api/v1/queue/${id}/let-go`}
      fields={{ ...hidden(), of: 'later', kind: place }}
      label={t('queue.undo.button')}
      letter="u"
    >
      {t('queue.done.aside', { code, at: moment(locale, until) })}
    </UndoBar>
  )
}

const WHY = ['stale', 'claimed', 'to-confirm', 'decided'] as const

/** What came of several at once: how many leave, each with its way back, and every one that stays, with why. */
export function TogetherBar({ together, page: { t } }: { together: Together; page: Props['page'] }) {
  const done = together.filter(({ left }) => left === undefined)
  const stays = together.filter(({ left }) => left !== undefined)
  return (
    <Note tone={stays.length > 0 ? 'soon' : 'good'} icon={stays.length > 0 ? 'warn' : 'ok'} live>
      <b>{t('queue.together.done', { count: done.length })}</b>
      <ul>
        {done.map(({ id, code }) => (
          <li key={id}>
            <a href={`/queue?kind=approve&approved=${id}`}>{t('queue.together.undo', { code })}</a>
          </li>
        ))}
        {stays.map(({ id, code, left }) => (
          <li key={id}>
            {t('queue.together.left', {
              code,
              why: t(`queue.together.why.${WHY.find((one) => one === left) ?? 'other'}`),
            })}{' '}
            <a href={`/queue?kind=approve&item=${id}`}>{t('forms.overtaken-open')}</a>
          </li>
        ))}
      </ul>
    </Note>
  )
}
