import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import { classNames } from './class-names'
import { fieldId, wiring } from './field-ids'

/** What every field takes. `optionalLabel` is the word for "optional"; its absence means required. */
export type FieldProps = {
  name: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  optionalLabel?: string | undefined
  /** Only when two forms of a page hold the same name. */
  id?: string | undefined
}

/** Label above, then hint, error and control; the wrong value is kept by the caller. */
export function Field({
  name,
  label,
  hint,
  error,
  optionalLabel,
  id,
  children,
}: FieldProps & { children: ReactNode }) {
  const own = id ?? fieldId(name)
  return (
    <div className={classNames('field', error && 'bad')}>
      <label htmlFor={own}>
        {label} {optionalLabel && <span className="hint">{optionalLabel}</span>}
      </label>
      <FieldTexts id={own} hint={hint} error={error} />
      {children}
    </div>
  )
}

export function FieldTexts({
  id,
  hint,
  error,
}: {
  id: string
  hint?: ReactNode
  error?: string | undefined
}) {
  return (
    <>
      {hint && (
        <span className="hint" id={`${id}-h`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="err" id={`${id}-e`}>
          {error}
        </span>
      )}
    </>
  )
}

type TextProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | undefined
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | undefined
  autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  /** Symbols that may be kept; counted aloud where scripts run, never cut. */
  most?: number | undefined
  /** `w4` about four digits, `w12` a date. */
  width?: 'w4' | 'w12' | undefined
  dir?: 'ltr' | 'auto' | undefined
  autoFocus?: boolean | undefined
  /** What a browser may suggest while typing; nothing depends on it. */
  suggest?: readonly string[] | undefined
  /** A second control on the same line, such as "estimated age". */
  beside?: ReactNode
}

/** One line of text. Spelling is off: names and codes are not words. */
export function TextField({
  value,
  width,
  beside,
  type = 'text',
  autoComplete = 'off',
  suggest,
  ...props
}: TextProps) {
  const input = (
    <input
      {...wiring(props.id ?? fieldId(props.name), props)}
      name={props.name}
      type={type}
      className={width}
      defaultValue={value}
      inputMode={props.inputMode}
      autoComplete={autoComplete}
      data-most={props.most}
      dir={props.dir}
      autoFocus={props.autoFocus}
      spellCheck={false}
      list={suggest && `${props.name}-list`}
    />
  )
  return (
    <Field {...props}>
      {beside ? (
        <div className="row">
          {input}
          {beside}
        </div>
      ) : (
        input
      )}
      {suggest && (
        <datalist id={`${props.name}-list`}>
          {suggest.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </Field>
  )
}

type AreaProps = FieldProps & { value?: string | undefined; rows?: number; most?: number | undefined }

export function TextArea({ value, rows = 4, most, ...props }: AreaProps) {
  return (
    <Field {...props}>
      <textarea
        {...wiring(props.id ?? fieldId(props.name), props)}
        name={props.name}
        rows={rows}
        data-most={most}
        defaultValue={value}
        dir="auto"
      />
    </Field>
  )
}

/** A file of the device. `accept`: what the device offers first; the server decides. */
export function FileField({ accept, ...props }: FieldProps & { accept: string }) {
  return (
    <Field {...props}>
      <input
        {...wiring(props.id ?? fieldId(props.name), props)}
        name={props.name}
        type="file"
        accept={accept}
      />
    </Field>
  )
}

/** A day as people write it, `d/m/yyyy`: no picker, it fails on old phones. */
export function DayField(props: FieldProps & { value?: string | undefined; beside?: ReactNode }) {
  return <TextField {...props} width="w12" inputMode="numeric" dir="ltr" />
}

type NumberProps = FieldProps & {
  /** The text as typed, so that a wrong one comes back. */
  value?: string | number | undefined
  decimal?: boolean | undefined
  wide?: boolean | undefined
  beside?: ReactNode
}

/** A text input with a numeric keyboard: number inputs change under the scroll wheel and refuse commas. */
export function NumberField({ value, decimal, wide, ...props }: NumberProps) {
  return (
    <TextField
      {...props}
      value={value === undefined ? undefined : String(value)}
      width={wide ? 'w12' : 'w4'}
      inputMode={decimal ? 'decimal' : 'numeric'}
    />
  )
}
