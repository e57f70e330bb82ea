import { errorText, type Filled, FormField } from '@/app/_frame/form-fields'
import { RadioGroup, SelectField } from '@/app/_ui/choices'
import { Details } from '@/app/_ui/details'
import { Columns } from '@/app/_ui/layout'
import type { FormWords } from '@/lib/base/forms/form'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'

type Props = {
  page: Omit<Page<unknown>, 'view'>
  form: FormWords
  draft: Draft | undefined
  values?: Filled | undefined
  colleagues: { id: string; name: string; role: string }[]
}

const answers = ['GIVEN', 'ASSENT', 'REFUSED', 'EXISTING', 'NOT_POSSIBLE'] as const

/** What is read aloud and what the person answers. Nothing is chosen beforehand. */
export function ConsentQuestions({ page, form, draft, values = {}, colleagues }: Props) {
  const { t, locale } = page
  const at = (name: string) => (draft ? draft.values[name] : values[name])?.toString()
  const field = (name: string) => (
    <FormField name={name} form={form} draft={draft} values={values} t={t} locale={locale} />
  )
  const wrong = (name: string) =>
    draft?.errors[name] ? errorText(t, 'referrals', name, draft.errors[name]) : undefined
  return (
    <>
      <Details summary={t('referrals.wizard.aloud.title')} open>
        <blockquote className="prose" lang={locale}>
          <p>{t('referrals.wizard.aloud')}</p>
        </blockquote>
      </Details>
      <RadioGroup
        name="answer"
        one
        label={t('referrals.answer.label')}
        value={at('answer')}
        error={wrong('answer')}
        options={answers.map((value) => ({
          value,
          label: t(`referrals.answer.${value}`),
          hint: t(`referrals.answer.${value}.hint`),
        }))}
      />
      <p className="meta">{t('referrals.answer.if-yes')}</p>
      {field('mode')}
      <Columns>
        {field('giver')}
        {field('language')}
      </Columns>
      {field('witness')}
      <SelectField
        name="secondPerson"
        label={t('referrals.secondPerson.label')}
        hint={t('referrals.secondPerson.hint')}
        value={at('secondPerson')}
        error={wrong('secondPerson')}
        blank={t('referrals.secondPerson.nobody')}
        options={colleagues.map((one) => ({
          value: one.id,
          label: `${one.name}, ${wordingOf(t, `session.role.${one.role}`, one.role)}`,
        }))}
      />
    </>
  )
}
