import type { z } from 'zod'
import type { Field } from './fields'

export type Fields = Record<string, Field>
export type FieldErrors = Record<string, string>
export type RawValues = Record<string, string | string[]>
export type ValuesOf<F extends Fields> = { [K in keyof F]: z.output<F[K]['schema']> }

/**
 * A form: its noun (where its words are) and its fields. `check` sees all values together and returns error codes by
 * field. PURE. Labels: `<noun>.<field>.label`, hints `<noun>.<field>.hint` where they exist.
 */
export type Form<F extends Fields = Fields> = {
  noun: string
  fields: F
  check?: (values: ValuesOf<F>) => FieldErrors
}

/** What rendering needs of a form, whatever its values are. */
export type FormWords = { noun: string; fields: Fields }

export const form = <const F extends Fields>(spec: Form<F>): Form<F> => spec

/** What could be read stands in `values` either way; a field with an error of its own stands there as if nothing was written. */
export type Parsed<F extends Fields> =
  | { ok: true; values: ValuesOf<F> }
  | { ok: false; errors: FieldErrors; values: ValuesOf<F> }

/** What `check` sees of a field that has an error of its own: nothing written, so that it can still judge the others. */
const blank = ({ kind }: Field): unknown => (kind === 'codes' ? [] : kind === 'number' ? undefined : '')

/**
 * Reads what was sent. Unknown fields are refused (allow-list); every field's first error is reported, those between
 * fields in the same round. `today` (YYYY-MM-DD) gives days their year.
 */
export function parseForm<F extends Fields>(spec: Form<F>, raw: RawValues, today?: string): Parsed<F> {
  const errors: FieldErrors = {}
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(raw)) if (!Object.hasOwn(spec.fields, name)) errors[name] = 'unknown-field'
  for (const [name, field] of Object.entries(spec.fields)) {
    const schema = field.kind === 'day' ? field.at(today) : field.schema
    const read = schema.safeParse(raw[name])
    values[name] = read.success ? read.data : blank(field)
    if (!read.success) errors[name] = read.error.issues[0]?.message ?? 'required'
  }
  const known = values as ValuesOf<F>
  const all = { ...spec.check?.(known), ...errors }
  return Object.keys(all).length > 0 ? { ok: false, errors: all, values: known } : { ok: true, values: known }
}
