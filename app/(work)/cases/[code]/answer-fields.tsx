import { errorText, FormField } from '@/app/_frame/form-fields'
import { RadioGroup, SelectField } from '@/app/_ui/choices'
import { Columns } from '@/app/_ui/layout'
import type { FormWords } from '@/lib/base/forms/form'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Framed } from './case-frame'

type Props = {
  form: FormWords
  draft: Draft | undefined
  /** A child assents and a guardian consents; an adult gives. */
  child: boolean
  colleagues: { id: string; name: string; role: string }[]
  page: Framed
}

/** What the person answered and how: nothing is chosen beforehand. */
export function AnswerFields({ form, draft, child, colleagues, page }: Props) {
  const { t, locale } = page
  const field = (name: string) => <FormField name={name} form={form} draft={draft} t={t} locale={locale} />
  const wrong = (name: string) =>
    draft?.errors[name] ? errorText(t, 'consents', name, draft.errors[name]) : undefined
  const answers = [child ? 'ASSENT' : 'GIVEN', 'REFUSED', 'NOT_POSSIBLE'] as const
  return (
    <>
      <RadioGroup
        name="answer"
        label={t('consents.answer.label')}
        one
        value={draft?.values.answer?.toString()}
        error={wrong('answer')}
        options={answers.map((value) => ({
          value,
          label: t(`consents.answer.${value}`),
          hint: t(`consents.answer.${value}.hint`),
        }))}
      />
      {field('giver')}
      {field('mode')}
      <Columns>
        {field('witness')}
        {field('language')}
      </Columns>
      <SelectField
        name="secondPerson"
        label={t('consents.secondPerson.label')}
        hint={t('consents.secondPerson.hint')}
        optionalLabel={t('consents.secondPerson.only')}
        blank={t('consents.secondPerson.nobody')}
        value={draft?.values.secondPerson?.toString()}
        error={wrong('secondPerson')}
        options={colleagues.map(({ id, name, role }) => ({
          value: id,
          label: `${name}, ${wordingOf(t, `session.role.${role}`, role)}`,
        }))}
      />
    </>
  )
}
