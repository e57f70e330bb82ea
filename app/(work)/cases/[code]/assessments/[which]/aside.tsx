import { Details } from '@/app/_ui/details'
import { Facts } from '@/app/_ui/facts'
import { AsidePart } from '@/app/_ui/layout'
import { moment } from '@/lib/base/i18n/dates'
import { resultsNamed } from '@/lib/casework/assessments/effects'
import type { Instrument } from '@/lib/casework/assessments/instrument'
import type { Opened } from '@/lib/casework/assessments/queries'
import type { Framed } from '../../case-frame'
import { answerSaid, readersOf } from '../words'

type Props = { instrument: Instrument; earlier: Opened | undefined; page: Framed }

/** Beside the questions or the answers: who reads what, and what was found last time. */
export function AssessmentAside({ instrument, earlier, page }: Props) {
  const { t, locale } = page
  return (
    <>
      <AsidePart title={t('assessments.who-reads')}>
        <Facts facts={readersOf(instrument, t)} />
      </AsidePart>
      {earlier?.finishedAt && (
        <AsidePart title={t('assessments.last')}>
          <p className="meta">
            {t('assessments.last.when', { at: moment(locale, earlier.finishedAt), who: earlier.writer })}
          </p>
          <Results instrument={instrument.id} ids={earlier.results} page={page} />
          <Earlier instrument={instrument} earlier={earlier} page={page} />
        </AsidePart>
      )}
    </>
  )
}

/** The answers of last time, as far as this reader opens them. */
function Earlier({ instrument, earlier, page: { t, locale } }: Props & { earlier: Opened }) {
  const answers = earlier.versions[0]?.answers ?? {}
  const facts = instrument.questions.flatMap((question) => {
    const value = answerSaid(question, answers[question.id], locale)
    return value ? [{ key: question.id, term: question.label[locale], value }] : []
  })
  return (
    facts.length > 0 && (
      <Details summary={t('assessments.compare')}>
        <Facts facts={facts} />
      </Details>
    )
  )
}

/** Results in words; that nothing was found is said too. */
export function Results({
  instrument,
  ids,
  page: { t, locale },
}: {
  instrument: string
  ids: readonly string[]
  page: Framed
}) {
  const results = resultsNamed(instrument, ids)
  if (results.length === 0) return <p className="meta">{t('assessments.nothing')}</p>
  return (
    <ul>
      {results.map(({ id, say }) => (
        <li key={id}>{say[locale]}</li>
      ))}
    </ul>
  )
}
