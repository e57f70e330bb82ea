import { type Filled, FormField } from '@/app/_frame/form-fields'
import { RadioGroup, SelectField } from '@/app/_ui/choices'
import { Details } from '@/app/_ui/details'
import { Columns } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { lists } from '@/lib/base/codes/lists'
import type { FormWords } from '@/lib/base/forms/form'
import { errorText } from '@/lib/base/i18n/problem-words'
import { askedFields, REASON_LISTS } from '@/lib/casework/consents/asked'
import type { Draft } from '@/lib/platform/gate/drafts'
import type { Page } from '@/lib/platform/gate/read'

type Props = {
  draft: Draft | undefined
  values?: Filled | undefined
  /** A child assents with whoever answers for them; an adult gives; unknown: both are offered. */
  child: boolean | undefined
  /** Nothing was asked of them before: there is no earlier no to doubt. */
  first?: boolean
  /** An answer that only this door knows, after the others. */
  more?: { value: string; label: string; hint: string } | undefined
  /** The door's own form, where it asks for more than the others. */
  form?: FormWords
  page: Omit<Page<unknown>, 'view'>
}

const WORDS: FormWords = { noun: 'consents', fields: askedFields }
const yes = (child: boolean | undefined) =>
  child === undefined ? (['GIVEN', 'ASSENT'] as const) : child ? (['ASSENT'] as const) : (['GIVEN'] as const)

/** As the rules have them: reasons of a child for no adult, of an adult who cannot decide for no child; a chosen one is kept. */
const reasonLists = (child: boolean | undefined, chosen: string | undefined) =>
  REASON_LISTS.filter(
    (list) =>
      !(child === false ? OF_CHILDREN : child ? OF_ADULTS : []).includes(list) ||
      lists[list].some(({ code }) => code === chosen),
  )
const OF_CHILDREN: readonly string[] = ['mature_minor_reason', 'best_interests_reason']
const OF_ADULTS: readonly string[] = ['incapacity_reason']

/** What was answered, by whom and how, and what it is judged by: nothing is chosen beforehand. */
export function AnswerFields({ draft, values = {}, child, first, more, form = WORDS, page }: Props) {
  const { t, locale } = page
  const at = (name: string) => (draft ? draft.values[name] : values[name])?.toString()
  const field = (name: string) => (
    <FormField name={name} form={form} draft={draft} values={values} t={t} locale={locale} />
  )
  const wrong = (name: string) =>
    draft?.errors[name] ? errorText(t, 'consents', name, draft.errors[name]) : undefined
  const answers = [...yes(child), 'REFUSED', 'NOT_POSSIBLE'] as const
  const special = ['capacity', 'danger', 'reason', 'doubt'].some((name) => at(name) || draft?.errors[name])
  // Also of a child, where an adult's no stands in the way: it was said before the age was changed.
  const ability = child !== true || ['capacity', 'doubt'].some((name) => at(name) || draft?.errors[name])
  return (
    <>
      {child !== false && field('caregiver')}
      <RadioGroup
        name="answer"
        label={t('consents.answer.label')}
        one
        value={at('answer')}
        error={wrong('answer')}
        options={[
          ...answers.map((value) => ({
            value,
            label: t(`consents.answer.${value}`),
            hint: t(`consents.answer.${value}.hint`),
          })),
          ...(more ? [more] : []),
        ]}
      />
      {field('giver')}
      {field('mode')}
      <Columns>
        {field('witness')}
        {field('language')}
      </Columns>
      <Details summary={t('consents.special')} open={special || child !== false}>
        <SelectField
          name="reason"
          label={t('consents.reason.label')}
          hint={t('consents.reason.hint')}
          optionalLabel={t('forms.optional')}
          blank={t('consents.reason.none')}
          value={at('reason')}
          error={wrong('reason')}
          options={reasonLists(ability && child ? undefined : child, at('reason')).flatMap((list) =>
            lists[list].map(({ code }) => ({
              value: code,
              label: t('frame.said', {
                what: t(`consents.reason.of.${list}`),
                how: label(list, code, locale),
              }),
            })),
          )}
        />
        {field('danger')}
        {ability && field('capacity')}
        {(first ? draft?.errors.doubt : ability) && field('doubt')}
      </Details>
    </>
  )
}
