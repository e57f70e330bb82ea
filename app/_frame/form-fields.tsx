import { CheckboxGroup, RadioGroup, type SelectChoice, SelectField, Tick } from '@/app/_ui/choices'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { DayField, type FieldProps, NumberField, TextArea, TextField } from '@/app/_ui/fields'
import { Note } from '@/app/_ui/note'
import { label as codeLabel, offered } from '@/lib/base/codes/codes'
import type { Field } from '@/lib/base/forms/fields'
import type { FormWords } from '@/lib/base/forms/form'
import { time } from '@/lib/base/i18n/dates'
import type { Locale } from '@/lib/base/i18n/locale'
import { errorText, summaryText } from '@/lib/base/i18n/problem-words'
import { isMessageKey, type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { tooLongBy } from '@/lib/base/text/clean'
import type { Draft } from '@/lib/platform/gate/drafts'
import { overtakenWords } from '@/lib/platform/gate/overtaken'
import { manifest } from '@/lib/platform/http/assets'

export type Filled = Record<string, string | readonly string[] | undefined>
type Words = { t: Translate; locale: Locale }
/** The words of a question that come with its data and stand in no dictionary. */
export type OwnWords = {
  label: string
  hint?: string
  optional: boolean
  /** Of a choice, by value. */
  answers?: Readonly<Record<string, string>>
}
type Said = { said?: ((name: string) => OwnWords | undefined) | undefined }
type Props = Words &
  Said & {
    form: FormWords
    /** What stands in the form now: the draft's values when it came back, else what is known. */
    values?: Filled | undefined
    draft?: Draft | undefined
    /** Only these fields, in this order; default: all. */
    only?: readonly string[]
  }

/** Renders a form's fields from its declaration: label, hint, options, kept value and error come from one entry. */
export function FormFields({ form, values = {}, draft, only, said, ...words }: Props) {
  const names = only ?? Object.keys(form.fields)
  return names.map((name) => {
    const field = form.fields[name]
    if (!field || field.kind === 'carried') return null
    const value = draft ? draft.values[name] : values[name]
    return (
      <OneField
        key={name}
        noun={form.noun}
        name={name}
        field={field}
        value={value}
        error={draft?.errors[name]}
        own={said?.(name)}
        {...words}
      />
    )
  })
}

/** One field by name, for pages that lay out their own rows. */
export function FormField({ name, ...props }: Props & { name: string }) {
  return <FormFields {...props} only={[name]} />
}

type One = Words & {
  noun: string
  name: string
  field: Field
  value: string | readonly string[] | undefined
  error: string | undefined
  own?: OwnWords | undefined
}

type Wrong = Pick<One, 'noun' | 'name' | 'field' | 'value'> & { error: string }

/** A text that is too long says by how much, so that nobody cuts blindly. */
function errorSaid(t: Translate, { noun, name, field, value, error }: Wrong): string {
  if (error !== 'too-long' || !('max' in field) || typeof value !== 'string')
    return errorText(t, noun, name, error)
  return t('forms.too-long-by', { over: tooLongBy(value, field.max), most: field.max })
}

/** Counts along where scripts run; nothing depends on it. */
const counter = manifest().js.counter

function OneField({ noun, name, field, value, error, own, t, locale }: One) {
  const key = `${noun}.${name}`
  const optional = own ? own.optional : 'optional' in field && field.optional
  const common = {
    name,
    label: own?.label ?? wordingOf(t, `${key}.label`, name),
    hint: own ? own.hint : isMessageKey(`${key}.hint`) ? t(`${key}.hint` as never) : undefined,
    error: error === undefined ? undefined : errorSaid(t, { noun, name, field, value, error }),
    optionalLabel: optional ? t('forms.optional') : undefined,
  }
  const text = typeof value === 'string' ? value : undefined
  const many = value === undefined ? [] : typeof value === 'string' ? [value] : value
  switch (field.kind) {
    case 'text':
      return (
        <TextField
          {...common}
          value={text}
          inputMode={field.inputMode}
          width={field.width && `w${field.width}`}
        />
      )
    case 'long-text':
      return (
        <>
          <TextArea {...common} value={text} rows={field.rows ?? 4} most={field.max} />
          {counter && <script src={counter} defer />}
        </>
      )
    case 'day':
      return <DayField {...common} value={text} />
    case 'number':
      return <NumberField {...common} value={text} wide={field.width === 12} />
    case 'tick':
      return <Tick {...common} value="on" checked={text === 'on'} />
    case 'choice':
    case 'code':
      return (
        <Single
          {...common}
          field={field}
          options={optionsOf(field, key, { t, locale }, own)}
          value={text}
          t={t}
        />
      )
    case 'codes':
      return <CheckboxGroup {...common} options={optionsOf(field, key, { t, locale }, own)} values={many} />
    default:
      return null
  }
}

type SingleField = Extract<Field, { kind: 'choice' | 'code' }>
type SingleProps = Parameters<typeof RadioGroup>[0] & { field: SingleField; t: Translate }

function Single({ field, options, value, t, ...common }: SingleProps) {
  const chosen = value ?? field.preset
  if (field.as === 'radio') return <RadioGroup {...common} options={options} value={chosen} />
  const blank = field.preset ? undefined : t('forms.choose')
  const lines = options.map((option) => ({ value: option.value, label: String(option.label) }))
  if (field.as === 'typed') return <TypedChoice {...common} options={lines} value={chosen} t={t} />
  return <SelectField {...common} options={lines} value={chosen} blank={blank} />
}

type TypedProps = FieldProps & {
  options: SelectChoice[]
  /** Of a very long list only these are suggested; every other is found by its name all the same. */
  usual?: readonly string[] | undefined
  value: string | undefined
  t: Translate
}

/** An answer one writes the beginning of. A word that means none of the list, or several, comes back as the whole list. */
export function TypedChoice({ options, usual, value, t, ...common }: TypedProps) {
  const known = options.find((option) => option.value === value)
  const near = usual ? options.filter((option) => usual.includes(option.value)) : options
  if (common.error === undefined)
    return <TextField {...common} value={known?.label ?? value} suggest={near.map(({ label }) => label)} />
  const hint = value && !known ? t('forms.you-wrote', { words: value }) : common.hint
  return (
    <SelectField {...common} hint={hint} options={options} value={known?.value} blank={t('forms.choose')} />
  )
}

export function optionsOf(
  field: Extract<Field, { kind: 'choice' | 'code' | 'codes' }>,
  key: string,
  { t, locale }: Words,
  own?: OwnWords,
) {
  const list = 'list' in field ? field.list : undefined
  const values = 'values' in field ? field.values : undefined
  if (values)
    return values.map((value) => ({
      value,
      label: own?.answers?.[value] ?? wordingOf(t, `${key}.${value}`, value),
      hint: isMessageKey(`${key}.${value}.hint`) ? t(`${key}.${value}.hint` as never) : undefined,
    }))
  const among = 'among' in field ? field.among : undefined
  return list
    ? offered(list)
        .filter((entry) => !among || among.includes(entry.code))
        .map((entry) => ({ value: entry.code, label: codeLabel(list, entry.code, locale) }))
    : []
}

/** What a form that came back says first: what is wrong, or why it is here again. */
export function DraftNotice({
  form,
  draft,
  said,
  t,
  locale,
}: Words & Said & { form: FormWords; draft: Draft | undefined }) {
  if (!draft) return null
  if (draft.notice === 'invalid') {
    // In the order of the questions, so that the first one is the first to mend.
    const asked = Object.keys(form.fields)
    const wrong = Object.entries(draft.errors).toSorted(([a], [b]) => asked.indexOf(a) - asked.indexOf(b))
    const errors = wrong.map(([name, code]) => ({
      name,
      text: summaryText(t, form.noun, { name, code, label: said?.(name)?.label }),
    }))
    return (
      <ErrorSummary title={t('forms.problem')} errors={errors}>
        {t('forms.nothing-lost', { count: errors.length })}
      </ErrorSummary>
    )
  }
  if (draft.notice === 'stale')
    return (
      <Note tone="soon" icon="warn" live>
        <b>{t('forms.stale')}.</b>{' '}
        {draft.since && overtakenWords({ ...draft.since, now: wordingOf(t, draft.since.now, '') }, t, locale)}{' '}
        {t('forms.nothing-lost-stale')}
      </Note>
    )
  if (draft.notice === 'already-saved')
    return (
      <Note tone="soon">
        {t('forms.already-saved', { time: time(locale, new Date(draft.savedAt ?? 0)) })}
      </Note>
    )
  if (draft.notice === 'aside') return <Note>{t('forms.kept-aside')}</Note>
  return draft.notice === 'expired' ? <Note>{t('forms.kept-after-expiry')}</Note> : null
}
