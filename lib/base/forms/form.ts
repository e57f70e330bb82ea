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

export type Parsed<F extends Fields> = { ok: true; values: ValuesOf<F> } | { ok: false; errors: FieldErrors }

/** Reads what was sent. Unknown fields are refused (allow-list); every field's first error is reported. */
export function parseForm<F extends Fields>(spec: Form<F>, raw: RawValues): Parsed<F> {
  const errors: FieldErrors = {}
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(raw)) if (!Object.hasOwn(spec.fields, name)) errors[name] = 'unknown-field'
  for (const [name, field] of Object.entries(spec.fields)) {
    const read = field.schema.safeParse(raw[name])
    if (read.success) values[name] = read.data
    else errors[name] = read.error.issues[0]?.message ?? 'required'
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const known = values as ValuesOf<F>
  const together = spec.check?.(known) ?? {}
  return Object.keys(together).length > 0 ? { ok: false, errors: together } : { ok: true, values: known }
}
