import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Identity } from '@/lib/casework/people/identity'
import type { Framed } from './case-frame'

/** What the person asked never to say or do, and whom never to tell; why, where they said so. Wherever they may be reached. */
export function NeverTell({
  identity: { warning, withholds },
  page: { t, locale },
}: {
  identity: Pick<Identity, 'warning' | 'withholds'>
  page: Pick<Framed, 't' | 'locale'>
}) {
  if (!warning && withholds.length === 0) return null
  return (
    <Note tone="late" icon="warn">
      {warning && (
        <p>
          <b>{warning}</b>
        </p>
      )}
      {withholds.map(({ from, reason }) => (
        <span key={from}>
          <b>{wordingOf(t, `people.withhold.${from}`, from)}</b>{' '}
          {reason && `${label('withhold_reason', reason, locale)}. `}
        </span>
      ))}
    </Note>
  )
}
