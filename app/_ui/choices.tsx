import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { fieldId, wiring } from './field-ids'
import { Field, type FieldProps, FieldTexts } from './fields'

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean | undefined }
export type SelectChoice = { value: string; label: string; disabled?: boolean | undefined }

type SelectProps = FieldProps & {
  options: SelectChoice[] | { label: string; options: SelectChoice[] }[]
  value?: string | undefined
  /** First, empty line: "Choose". Left out when a value is always set. */
  blank?: string | undefined
  narrow?: boolean | undefined
}

/** A native list, up to about forty lines; groups become `optgroup`. */
export function SelectField({ options, value, blank, narrow, ...props }: SelectProps) {
  return (
    <Field {...props}>
      <select
        {...wiring(props.id ?? fieldId(props.name), props)}
        name={props.name}
        className={narrow ? 'w12' : undefined}
        defaultValue={value ?? ''}
      >
        {blank !== undefined && <option value="">{blank}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(optionLine)}
            </optgroup>
          ) : (
            optionLine(option)
          ),
        )}
      </select>
    </Field>
  )
}

function optionLine({ value, label, disabled }: SelectChoice) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
}

type GroupProps = FieldProps & {
  options: Choice[]
  /** One under the other, for long answers. */
  one?: boolean | undefined
  /** The legend is for readers only: the page's title asks the question. */
  quiet?: boolean | undefined
  /** The page is this question: its first answer is in hand as soon as the page is there. */
  first?: boolean | undefined
}

export function RadioGroup({ value, ...props }: GroupProps & { value?: string | undefined }) {
  return <Choices {...props} type="radio" chosen={value === undefined ? [] : [value]} />
}

export function CheckboxGroup({
  values = [],
  ...props
}: GroupProps & { values?: readonly string[] | undefined }) {
  return <Choices {...props} type="checkbox" chosen={values} />
}

function Choices(props: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const { name, label, hint, error, optionalLabel, options, one, quiet, first, type, chosen } = props
  const id = props.id ?? fieldId(name)
  const { 'aria-describedby': describedBy } = wiring(id, props)
  return (
    // The red edge is on a wrapper: on a fieldset it would begin beside the legend, half way down.
    <div className={error ? 'bad' : undefined}>
      <fieldset className="field" aria-describedby={describedBy}>
        <legend className={quiet ? 'vh' : undefined}>
          {label} {optionalLabel && <span className="hint">{optionalLabel}</span>}
        </legend>
        <FieldTexts id={id} hint={hint} error={error} />
        <div className={classNames('opts', one && 'one')}>
          {options.map((option, index) => (
            <Option
              key={option.value}
              {...option}
              id={index ? undefined : id}
              name={name}
              type={type}
              checked={chosen.includes(option.value)}
              first={first && index === 0}
            />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

type OptionProps = Choice & {
  /** Where an error leads; of a group only its first option. */
  id?: string | undefined
  name: string
  type: 'radio' | 'checkbox'
  checked?: boolean | undefined
  first?: boolean | undefined
}

/** A control and its label in one row; the hint is part of the label, so tapping it works. */
export function Option({ id, name, type, value, label, hint, checked, disabled, first }: OptionProps) {
  return (
    // Wrapped, so that a long list needs no id on each line: half of its weight on the wire.
    <label className="opt">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        disabled={disabled}
        {...(first && { autoFocus: true })}
      />
      {typeof label === 'string' && !hint ? (
        label
      ) : (
        <span>
          {label} {hint && <span className="hint">{hint}</span>}
        </span>
      )}
    </label>
  )
}

type TickProps = Omit<FieldProps, 'optionalLabel'> & {
  value?: string | undefined
  checked?: boolean | undefined
}

/** One yes-or-nothing box, sent as `name=1` when ticked. */
export function Tick({ name, label, hint, error, id = fieldId(name), value = '1', checked }: TickProps) {
  return (
    <div className={classNames('field', error && 'bad')}>
      <FieldTexts id={id} error={error} />
      <div className="opt">
        <input
          {...wiring(id, { error })}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={checked}
        />
        <label htmlFor={id}>
          {label} {hint && <span className="hint">{hint}</span>}
        </label>
      </div>
    </div>
  )
}
