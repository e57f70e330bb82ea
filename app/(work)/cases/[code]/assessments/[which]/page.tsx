import { Fragment } from 'react'
import { ButtonLink } from '@/app/_ui/button'
import { Facts } from '@/app/_ui/facts'
import { Row, Section, Split } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { resultsOf } from '@/lib/casework/assessments/answers'
import { abuseTold, resultsNamed, servicesOf } from '@/lib/casework/assessments/effects'
import { hasCard } from '@/lib/casework/assessments/safety-card'
import { type AssessmentView, viewAssessment } from '@/lib/desks/case-file/view-assessments'
import { caseRoles } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../../case-frame'
import { Arrived } from '../../case-warnings'
import { answerSaid, readersOf } from '../words'
import { TellOfAbuse } from './abuse'
import { AssessmentAside, Results } from './aside'
import { HourPart } from './hour-part'
import { PanelPart } from './panel-part'
import { Versions } from './versions'

type Props = { params: Promise<{ code: string; which: string }>; searchParams: Promise<Query> }

/** One assessment: what comes of it for everybody on the case, its answers for whoever holds their key. */
export default async function AssessmentPage({ params, searchParams }: Props) {
  const { code, which } = await params
  const query = await searchParams
  const page = await read({ action: 'assessment.view', roles: caseRoles }, (reading) =>
    viewAssessment(reading, code, which),
  )
  const { t, locale, view } = page
  const { head, row, instrument } = view
  const here = `/cases/${code}/assessments/${row.id}`
  const services = servicesOf(resultsNamed(instrument.id, row.results))
  return (
    <CaseFrame head={head} page={page} part="assessments" title={t('assessments.one')}>
      <Arrived word={one(query, 'done')} head={head} page={page} />
      <Split
        asideLabel={t('assessments.who-reads')}
        aside={<AssessmentAside instrument={instrument} earlier={view.earlier} page={page} />}
      >
        <div>
          <h2>{instrument.title[locale]}</h2>
          <p className="meta">
            {moment(locale, row.finishedAt ?? row.changedAt)} · {row.writer},{' '}
            {t(`assessments.discipline.${row.discipline}`)} · {t(`assessments.state.${row.state}`)}
          </p>
        </div>
        <Told view={view} page={page} />
        {row.state === 'FINISHED' && (
          <Section tight title={t('assessments.results')}>
            <Results instrument={instrument.id} ids={row.results} page={page} />
            <CalledFor services={services} view={view} page={page} />
          </Section>
        )}
        <PanelPart view={view} page={page} />
        <HourPart view={view} page={page} />
        <Answers view={view} page={page} />
        <Row>
          {view.may && <ButtonLink href={`${here}/fill`}>{t('assessments.correct')}</ButtonLink>}
          {hasCard(instrument.id, row.versions[0]?.answers) && (
            <ButtonLink calm href={`${here}/card`}>
              {t('assessments.card')}
            </ButtonLink>
          )}
        </Row>
        <Versions view={view} page={page} />
      </Split>
    </CaseFrame>
  )
}

/** The services that the results call for: each leads to its referral, where somebody around gives it and may be asked. */
function CalledFor({ services, view, page }: { services: string[]; view: AssessmentView; page: Framed }) {
  const { head, offered } = view
  if (services.length === 0) return null
  const { code, state } = head.reach.record
  const refers = head.may.work && state === 'OPEN'
  return (
    <p>
      {page.t('assessments.services')} :{' '}
      {services.map((service, index) => {
        const words = label('service_type', service, page.locale)
        return (
          <Fragment key={service}>
            {index > 0 && ', '}
            {refers && offered.includes(service) ? (
              <a href={`/cases/${code}/refer?service=${service}`}>{words}</a>
            ) : (
              words
            )}
          </Fragment>
        )
      })}
    </p>
  )
}

/** Only whoever wrote it down is told how to tell. */
function Told({ view: { row, instrument, about }, page }: { view: AssessmentView; page: Framed }) {
  const answers = row.versions[0]?.answers
  if (row.writtenBy !== page.actor.userId || !answers) return null
  return abuseTold(resultsOf(instrument, answers, about)) ? <TellOfAbuse page={page} /> : null
}

function Answers({ view: { row, instrument }, page }: { view: AssessmentView; page: Framed }) {
  const { t, locale } = page
  const answers = row.versions[0]?.answers
  const facts = instrument.questions.flatMap((question) => {
    const value = answerSaid(question, answers?.[question.id], locale)
    return value ? [{ key: question.id, term: question.label[locale], value }] : []
  })
  const [, readers] = readersOf(instrument, t)
  return (
    <Section tight title={t('assessments.answers')}>
      {answers ? (
        <Facts facts={facts} />
      ) : (
        <p>{t('assessments.answers-closed', { who: readers?.value ?? '' })}</p>
      )}
    </Section>
  )
}
