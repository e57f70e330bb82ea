import { Note } from '@/app/_ui/note'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { listOutbox } from '@/lib/desks/work/list-outbox'
import type { Page } from '@/lib/platform/gate/read'

type View = Awaited<ReturnType<typeof listOutbox>>['view']

/** By which ways messages leave, what stops them, and whom of ours the last one did not reach. */
export function Ways({ page }: { page: Page<View> }) {
  const { t, locale, view } = page
  return (
    <>
      {(['MAIL', 'SMS'] as const).map((way) => {
        const found = view.ways.find((one) => one.way === way)
        // A way that nobody chose and nobody set up is no lack.
        if (!view.leaves[way] && (way === 'MAIL' || found?.waiting))
          return <Note key={way}>{t(`work.outbox.resting-${way}`, { count: found?.waiting ?? 0 })}</Note>
        if (!found?.refused && !found?.clear) return null
        return (
          <Note key={way} tone="late" icon="warn">
            {t(found.refused ? `work.outbox.refused-${way}` : 'work.outbox.clear')}
          </Note>
        )
      })}
      {view.unreached.length > 0 && (
        <Note tone="soon" icon="warn">
          <p>{t('work.outbox.unreached', { count: view.unreached.length })}</p>
          <ul>
            {view.unreached.map(({ id, name, way, failure, at }) => (
              <li key={id}>
                <bdi>{name}</bdi> · {t(`work.outbox.way.${way}`)} · {moment(locale, at)} ·{' '}
                {wordingOf(t, `work.outbox.failure.${failure}`, t('work.outbox.failure.other', { failure }))}
              </li>
            ))}
          </ul>
        </Note>
      )}
    </>
  )
}
