import { FormField } from '@/app/_frame/form-fields'
import { hidden } from '@/app/_frame/hidden'
import { Button, ButtonLink } from '@/app/_ui/button'
import { CheckboxGroup, SelectField } from '@/app/_ui/choices'
import { PostForm } from '@/app/_ui/form'
import { Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { label, offered } from '@/lib/base/codes/codes'
import { errorText } from '@/lib/base/i18n/problem-words'
import { askClosureForm } from '@/lib/casework/endings/ask-closure'
import type { AskClosure } from '@/lib/desks/case-file/prepare-closing'
import { blockerHref, blockerName, blockerState } from '../blocker-words'
import type { Framed } from '../case-frame'
import { keptWords } from '../kept-words'

type Props = { view: AskClosure; page: Framed }

/** Everything that the chosen reason asks, on one page and with one button. */
export function AskForm({ view, page }: Props) {
  const { t, locale } = page
  const { head, draft, evidence, reason = '', told } = view
  const { code, version } = head.reach.record
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
      <Blockers view={view} page={page} />
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

/** What holds the closing back, each with the page where it is settled, or the reason for which it is left. */
function Blockers({ view: { head, blockers, draft }, page }: Props) {
  const { t, locale } = page
  const { code } = head.reach.record
  if (blockers.length === 0) return <p>{t('cases.ask-closure.nothing')}</p>
  const chosen = [draft?.values.left ?? []].flat()
  return (
    <Section title={t('cases.ask-closure.to-settle', { count: blockers.length })} tight>
      {draft?.errors.left && <p className="err">{errorText(t, 'cases', 'left', draft.errors.left)}</p>}
      {blockers.map((one) => (
        <div key={one.id}>
          <p>
            <a href={blockerHref(one, code)}>{blockerName(one, page)}</a>
            <br />
            <small>{blockerState(one, page)}</small>
          </p>
          {one.leave ? (
            <SelectField
              name="left"
              id={`left-${one.id}`}
              label={t('cases.left.label')}
              optionalLabel={t('forms.optional')}
              blank={t('cases.left.settle')}
              value={chosen.find((value) => value.startsWith(one.id))}
              options={offered('closure_left_reason').map((entry) => ({
                value: `${one.id}:${entry.code}`,
                label: label('closure_left_reason', entry.code, locale),
              }))}
            />
          ) : (
            <p className="meta">{t('cases.left.never')}</p>
          )}
        </div>
      ))}
    </Section>
  )
}
