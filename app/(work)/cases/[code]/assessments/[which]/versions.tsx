import { Details } from '@/app/_ui/details'
import { Timeline } from '@/app/_ui/timeline'
import { moment } from '@/lib/base/i18n/dates'
import type { AssessmentView } from '@/lib/desks/case-file/view-assessments'
import type { Framed } from '../../case-frame'
import { answerSaid } from '../words'

/** Every save, newest first; an older one says what stood there and stands no more. */
export function Versions({ view: { row, instrument }, page }: { view: AssessmentView; page: Framed }) {
  const { t, locale } = page
  const [now] = row.versions
  if (!now || row.versions.length < 2) return null
  const moments = row.versions.map(({ version, at, by, answers }) => ({
    key: String(version),
    title: t(version === now.version ? 'assessments.history.now' : 'assessments.history.was', { version }),
    meta: `${moment(locale, at)} · ${by}`,
    body: instrument.questions.flatMap((question) => {
      const [was, is] = [answers, now.answers].map((all) => answerSaid(question, all[question.id], locale))
      if (was === is) return []
      const said = { what: question.label[locale], was: was || t('assessments.history.none') }
      return [<p key={question.id}>{t('assessments.history.change', said)}</p>]
    }),
  }))
  return (
    <Details summary={t('assessments.history')}>
      <Timeline moments={moments} />
    </Details>
  )
}
