import { DraftNotice, FormField, type OwnWords } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { CheckboxGroup } from '@/app/_ui/choices'
import { Details } from '@/app/_ui/details'
import { PostForm } from '@/app/_ui/form'
import { Narrow, Split } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { WHYS } from '@/lib/casework/assessments/book'
import { flagsOf } from '@/lib/casework/assessments/effects'
import { assessmentForm } from '@/lib/casework/assessments/form'
import { SHEET } from '@/lib/casework/assessments/told-by-visit'
import { type FillView, prepareAssessment } from '@/lib/desks/case-file/view-assessments'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Query } from '@/lib/platform/gate/query'
import { read } from '@/lib/platform/gate/read'
import { CaseFrame, type Framed } from '../../../case-frame'
import { questionWords } from '../../words'
import { AssessmentAside } from '../aside'
import { SoFar } from './so-far'

type Props = { params: Promise<{ code: string; which: string }>; searchParams: Promise<Query> }

/** One instrument, one page: guidance beside each question; what depends on an answer opens with "continue". */
export default async function FillPage({ params, searchParams }: Props) {
  const { code, which } = await params
  const query = await searchParams
  const page = await read({ action: 'assessment.prepare', roles: caseworkerRoles }, (reading) =>
    prepareAssessment(reading, code, which, query),
  )
  const { t, locale, view } = page
  const { head, row, instrument, draft, values, questions } = view
  const said = (name: string): OwnWords | undefined => {
    const question = instrument.questions.find(({ id }) => id === name)
    return question && questionWords(question, locale)
  }
  const form = { form: assessmentForm, draft, values, said, t, locale }
  const flags = flagsOf(view.results)
  return (
    <CaseFrame keeps head={head} page={page} title={t('assessments.one')}>
      <Split
        asideLabel={t('assessments.who-reads')}
        aside={<AssessmentAside instrument={instrument} earlier={view.earlier} page={page} />}
      >
        <Narrow>
          <DraftNotice {...form} />
          <div>
            <h2>{instrument.title[locale]}</h2>
            <p className="lead">{instrument.intro[locale]}</p>
          </div>
          <OfVisit view={view} page={page} />
          <PostForm
            main
            action={`/api/v1/cases/${code}/assessments/${which}`}
            fields={{
              ...hidden(row?.version ?? 0),
              shownFlags: flags.join(' ') || undefined,
              visit: view.visit?.id,
            }}
          >
            {questions.map(({ id }) => (
              <FormField key={id} name={id} {...form} />
            ))}
            <SoFar results={view.results} instrument={instrument} page={page} />
            <Flags flags={flags} view={view} page={page} />
            <Buttons code={code} view={view} page={page} />
          </PostForm>
          <Details summary={t('assessments.because')}>
            <ul>
              {[...new Set(questions.map(({ why }) => why))].map((why) => (
                <li key={why}>{WHYS[why]?.[locale]}</li>
              ))}
            </ul>
          </Details>
        </Narrow>
      </Split>
    </CaseFrame>
  )
}

/** The sheet of a visit says of which, and what it found; without one it is no visit, and the way to note one stands here. */
function OfVisit({ view, page }: { view: FillView; page: Framed }) {
  const { t, locale } = page
  const { visit, head, instrument } = view
  if (visit)
    return (
      <Note tone="good">
        <b>{label('visit_month', visit.visit, locale)}</b> {label('visit_outcome', visit.outcome, locale)}
      </Note>
    )
  if (instrument.id !== SHEET || !head.homeward) return null
  return (
    <Note icon="warn">
      {t('reintegration.sheet.no-visit')}{' '}
      <a href={`/cases/${head.reach.record.code}/return`}>{t('cases.part.return')}</a>
    </Note>
  )
}

/** What the answers propose to signal; the author ticks, nothing is ticked for them. */
function Flags({ flags, view, page }: { flags: readonly string[]; view: FillView; page: Framed }) {
  const { t, locale } = page
  if (flags.length === 0) return null
  const problem = view.draft?.errors.danger
  return (
    <CheckboxGroup
      name="danger"
      label={t('assessments.danger.label')}
      hint={t('assessments.danger.hint')}
      error={problem && errorText(t, 'assessments', 'danger', problem)}
      options={flags.map((flag) => ({ value: flag, label: label('danger_flag', flag, locale) }))}
      values={[view.draft?.values.danger ?? []].flat()}
    />
  )
}

function Buttons({ code, view, page: { t } }: { code: string; view: FillView; page: Framed }) {
  const finished = view.row?.state === 'FINISHED'
  const more = view.instrument.questions.some(({ show }) => show)
  return (
    <>
      {more && (
        <p>
          <Button calm small name="_look" value="more">
            {t('assessments.continue')}
          </Button>
        </p>
      )}
      <div className="field row">
        <Button name="step" value="finish">
          {t(finished ? 'assessments.correct.save' : 'assessments.finish')}
        </Button>
        {!finished && (
          <Button calm name="step" value="keep">
            {t('assessments.keep')}
          </Button>
        )}
        <ButtonLink calm href={`/cases/${code}/assessments`}>
          {t('forms.back')}
        </ButtonLink>
      </div>
    </>
  )
}
