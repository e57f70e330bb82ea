import { FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { CheckboxGroup } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { askClosureForm } from '@/lib/casework/endings/ask-closure'
import type { AskClosure } from '@/lib/desks/case-file/prepare-closing'
import { Blockers } from '../blockers'
import type { Framed } from '../case-frame'
import { criteriaWords } from '../criteria-words'
import { lostWords } from '../follow-ups/lost-words'
import { keptWords } from '../kept-words'

type Props = { view: AskClosure; page: Framed }

/** Everything that the chosen reason asks, on one page and with one button. */
export function AskForm({ view, page }: Props) {
  const { t, locale } = page
  const { head, draft, evidence, reason = '', told } = view
  const { code, version } = head.reach.record
  const criteria = criteriaWords(view.criteria, page)
  const ticked = [draft?.values.evidence ?? []].flat()
  const field = (name: string) => (
    <FormField name={name} form={askClosureForm} draft={draft} t={t} locale={locale} />
  )
  return (
    <PostForm
      main
      action={`/api/v1/cases/${code}/ask-closure`}
      fields={{ ...hidden(version), closureReason: reason }}
    >
      <p>
        <b>{label('closure_reason', reason, locale)}</b>{' '}
        <a href={`/cases/${code}/ask-closure`}>{t('cases.ask-closure.other')}</a>
      </p>
      <Blockers code={code} blockers={view.blockers} draft={draft} page={page} />
      {view.lost && (
        <Note tone={view.lost.lost ? 'good' : 'soon'} icon="call">
          {lostWords(view.lost, t)}{' '}
          {!view.lost.lost && (
            <a href={`/cases/${code}/follow-ups/attempt`}>{t('followups.attempt.title')}</a>
          )}
        </Note>
      )}
      {evidence.length > 0 && (
        <CheckboxGroup
          name="evidence"
          one
          label={t('cases.evidence.label')}
          values={ticked}
          error={draft?.errors.evidence && errorText(t, 'cases', 'evidence', draft.errors.evidence)}
          options={evidence.map((value) => ({ value, label: label('closure_evidence', value, locale) }))}
        />
      )}
      {criteria.length > 0 && (
        <CheckboxGroup
          name="criteria"
          label={t('cases.criteria.label')}
          hint={t('cases.criteria.hint')}
          values={[draft?.values.criteria ?? []].flat()}
          error={draft?.errors.criteria && errorText(t, 'cases', 'criteria', draft.errors.criteria)}
          options={criteria.map(({ id, text, plan }) => ({ value: id, label: text, hint: plan }))}
        />
      )}
      {field('checklist')}
      {told && <Note icon="say">{locale === 'en' ? told.en : told.fr}</Note>}
      <p>{t('cases.ask-closure.kept', { kept: keptWords(view.kept, page) })}</p>
      {field('personTold')}
      {field('words')}
      <div className="field row">
        <Button>{t('cases.ask-closure.button')}</Button>
        <ButtonLink calm href={`/cases/${code}`}>
          {t('forms.back')}
        </ButtonLink>
      </div>
      <p className="meta">{t('cases.ask-closure.after')}</p>
    </PostForm>
  )
}
