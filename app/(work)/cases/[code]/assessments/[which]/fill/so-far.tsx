import { Note } from '@/app/_ui/note'
import { abuseTold } from '@/lib/casework/assessments/effects'
import type { Instrument, Result } from '@/lib/casework/assessments/instrument'
import type { Framed } from '../../../case-frame'
import { TellOfAbuse } from '../abuse'

type Props = { results: readonly Result[]; instrument: Instrument; page: Framed }

/** What the answers so far lead to, before anything is kept: so that it is acted on with the person still there. */
export function SoFar({ results, page }: Props) {
  const { t, locale } = page
  const kept = results.filter((one) => one !== abuseTold(results))
  const pressing = kept.some(({ then: effect }) => effect.flag || effect.pause)
  return (
    <>
      {abuseTold(results) && <TellOfAbuse page={page} />}
      {kept.length > 0 && (
        <Note tone={pressing ? 'late' : 'soon'} icon="warn">
          <b>{t('assessments.so')}</b>
          <ul>
            {kept.map(({ id, say }) => (
              <li key={id}>{say[locale]}</li>
            ))}
          </ul>
          {kept.some(({ then: effect }) => effect.pause) && <p>{t('assessments.pause')}</p>}
        </Note>
      )}
    </>
  )
}
