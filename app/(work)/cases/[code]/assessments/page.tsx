import { ButtonLink } from '@/app/_ui/button'
import { Details } from '@/app/_ui/details'
import { Empty } from '@/app/_ui/empty'
import { SubHead } from '@/app/_ui/head'
import { Section } from '@/app/_ui/layout'
import { NextList } from '@/app/_ui/next-list'
import { Timeline } from '@/app/_ui/timeline'
import { moment } from '@/lib/base/i18n/dates'
import { instrumentOf } from '@/lib/casework/assessments/book'
import { resultsNamed } from '@/lib/casework/assessments/effects'
import type { AssessmentLine } from '@/lib/casework/assessments/queries'
import { listAssessments } from '@/lib/desks/case-file/view-assessments'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../case-frame'
import { Arrived } from '../case-warnings'

type Props = { params: Promise<{ code: string }>; searchParams: Promise<Query> }

/** What was asked of the person by each discipline, what came of it, and what to ask next. */
export default async function AssessmentsPage({ params, searchParams }: Props) {
  const { code } = await params
  const query = await searchParams
  const page = await read({ action: 'assessment.list', roles: caseRoles }, (reading) =>
    listAssessments(reading, code),
  )
  const { t, locale, view } = page
  const { head, lines, proposed, mine, begunByMe } = view
  const next = proposed.flatMap(({ id, because }) => {
    const instrument = instrumentOf(id)
    if (!instrument) return []
    const { minutes, discipline } = instrument
    const who = discipline.map((name) => t(`assessments.discipline.${name}`)).join(', ')
    const open = mine.includes(instrument)
    return [
      {
        title: instrument.title[locale],
        meta: `${t(`assessments.next.${because}`)} · ${t('assessments.next.for', { minutes, who })}`,
        action: open
          ? {
              href: `/cases/${code}/assessments/${id}/fill`,
              label: t('assessments.begin'),
              about: instrument.title[locale],
            }
          : undefined,
      },
    ]
  })
  return (
    <CaseFrame head={head} page={page} part="assessments" title={t('assessments.title')}>
      <Arrived word={one(query, 'done')} head={head} page={page} />
      {next.length > 0 && (
        <Section title={t('assessments.next')}>
          <NextList items={next} />
        </Section>
      )}
      <SubHead title={t('assessments.made')} />
      {lines.length === 0 ? (
        <Empty title={t('assessments.empty')}>{t('assessments.empty-more')}</Empty>
      ) : (
        <Timeline
          moments={lines.map((line) => momentOf(line, { code, goesOn: begunByMe.has(line.id) }, page))}
        />
      )}
      {mine.length > 0 && (
        <Details summary={t('assessments.all')}>
          <ul>
            {mine.map(({ id, title }) => (
              <li key={id}>
                <ButtonLink calm small href={`/cases/${code}/assessments/${id}/fill`}>
                  {title[locale]}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </CaseFrame>
  )
}

/** One assessment in the list: what it was, whose, and its results in words. */
function momentOf(
  line: AssessmentLine,
  { code, goesOn }: { code: string; goesOn: boolean },
  { t, locale }: Framed,
) {
  const { id, instrument, state, results, changedAt, writer, discipline } = line
  const title = instrumentOf(instrument)?.title[locale] ?? instrument
  const done = state === 'FINISHED'
  return {
    key: id,
    title: done ? <a href={`/cases/${code}/assessments/${id}`}>{title}</a> : title,
    meta: `${moment(locale, changedAt)} · ${writer}, ${t(`assessments.discipline.${discipline}`)} · ${t(`assessments.state.${state}`)}`,
    body: done ? (
      <ul>
        {resultsNamed(instrument, results).map((result) => (
          <li key={result.id}>{result.say[locale]}</li>
        ))}
      </ul>
    ) : goesOn ? (
      <ButtonLink calm small href={`/cases/${code}/assessments/${id}/fill`}>
        {t('assessments.go-on')}
      </ButtonLink>
    ) : undefined,
  }
}
