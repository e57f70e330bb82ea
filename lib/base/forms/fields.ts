import { z } from 'zod'
import { isCode } from '@/lib/base/codes/codes'
import type { CodeOf, ListName } from '@/lib/base/codes/lists'

/**
 * What a form asks: one entry a field, the only place that says its kind and its rule. PURE.
 * A zod message here is an error code (`required`, `too-long`, …); its wording is `<noun>.<field>.<code>` when that
 * exists, else `forms.<code>`.
 */
const tooLong = (max: number) => ({ error: `too-long` as const, max })

export function text(options: {
  max: number
  optional?: boolean
  width?: 4 | 12
  spellcheck?: boolean
  inputMode?: 'numeric' | 'tel'
}) {
  const filled = z.string({ error: 'required' }).trim().max(options.max, tooLong(options.max))
  return {
    kind: 'text' as const,
    ...options,
    schema: options.optional ? filled.default('') : filled.min(1, { error: 'required' }),
  }
}

export function longText(options: { max: number; optional?: boolean; rows?: number }) {
  const filled = z.string({ error: 'required' }).trim().max(options.max, tooLong(options.max))
  const plain = filled.transform((value) => value.replaceAll('\r\n', '\n'))
  return {
    kind: 'long-text' as const,
    ...options,
    schema: options.optional
      ? plain.default('')
      : filled.min(1, { error: 'required' }).transform((value) => value.replaceAll('\r\n', '\n')),
  }
}

type Look = 'radio' | 'select'

/** One of a few values that belong to this form; labels `<noun>.<field>.<value>`. */
export function choice<const T extends readonly [string, ...string[]]>(
  values: T,
  options: { as?: Look; preset?: T[number] } = {},
) {
  return {
    kind: 'choice' as const,
    as: 'radio' as Look,
    values,
    list: undefined,
    ...options,
    schema: z.enum(values, { error: 'required' }),
  }
}

/** One code of a list. `among` narrows it. Labels come from the list. */
export function code<L extends ListName>(
  list: L,
  options: { as?: Look; among?: readonly string[]; optional?: boolean; preset?: string } = {},
) {
  const valid = z.custom<CodeOf<L>>(
    (value) => isCode(list, value) && (options.among === undefined || options.among.includes(value)),
    { error: 'required' },
  )
  return { kind: 'code' as const, as: 'select' as Look, list, ...options, schema: valid }
}

/** Several codes of a list, each once. `min` 1 = at least one. */
export function codeList<L extends ListName>(
  list: L,
  options: { among?: readonly string[]; min?: number; grouped?: boolean } = {},
) {
  const one = z.custom<CodeOf<L>>(
    (value) => isCode(list, value) && (options.among === undefined || options.among.includes(value)),
    { error: 'not-a-code' },
  )
  return {
    kind: 'codes' as const,
    list,
    values: undefined,
    ...options,
    schema: several(one, options.min ?? 0),
  }
}

/** Several of a few values that belong to this form. */
export function choices<const T extends readonly [string, ...string[]]>(
  values: T,
  options: { min?: number } = {},
) {
  return {
    kind: 'codes' as const,
    list: undefined,
    values,
    ...options,
    schema: several(z.enum(values, { error: 'not-a-code' }), options.min ?? 0),
  }
}

function several<S extends z.ZodType>(one: S, min: number) {
  return z.preprocess(
    (value) =>
      value === undefined || value === '' ? [] : Array.isArray(value) ? [...new Set(value)] : [value],
    z.array(one).min(min, { error: 'required' }).max(80, { error: 'too-long' }),
  )
}

/** A day: 30/6/2014, 30.6.2014 or 2014-06-30. Value: 2014-06-30. */
export function day(options: { optional?: boolean; preset?: 'today' } = {}) {
  const parsed = z
    .string({ error: 'required' })
    .trim()
    .transform((value, context) => {
      if (value === '' && options.optional) return ''
      const iso = isoDay(value)
      if (iso) return iso
      context.addIssue({ code: 'custom', message: value === '' ? 'required' : 'not-a-day' })
      return z.NEVER
    })
  return { kind: 'day' as const, ...options, schema: options.optional ? parsed.default('') : parsed }
}

export function isoDay(value: string): string | undefined {
  const ymd = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value)
  const dmy = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(value)
  const [year, month, date] = ymd ? [ymd[1], ymd[2], ymd[3]] : dmy ? [dmy[3], dmy[2], dmy[1]] : []
  if (!year || !month || !date) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(iso) ? undefined : iso
}

/** Spaces that group thousands are read: plain, no-break and narrow no-break. */
const grouping = /[\s\u00a0\u202f]/g

/** A whole number within bounds. */
export function wholeNumber(options: { min: number; max: number; width?: 4 | 12 }) {
  return {
    kind: 'number' as const,
    ...options,
    schema: numeric(options).pipe(z.number({ error: 'required' })),
  }
}

/** The same, or null where nothing was typed. */
export function optionalNumber(options: { min: number; max: number; width?: 4 | 12 }) {
  return {
    kind: 'number' as const,
    optional: true as const,
    ...options,
    schema: numeric(options).prefault(''),
  }
}

function numeric({ min, max }: { min: number; max: number }) {
  return z
    .string({ error: 'required' })
    .trim()
    .transform((value, context): number | null => {
      const digits = value.replace(grouping, '')
      if (digits === '') return null
      const number = /^\d{1,12}$/.test(digits) ? Number(digits) : Number.NaN
      if (number >= min && number <= max) return number
      context.addIssue({ code: 'custom', message: 'out-of-range' })
      return z.NEVER
    })
}

export function tick() {
  return {
    kind: 'tick' as const,
    schema: z
      .literal('on', { error: 'not-a-code' })
      .optional()
      .transform((value) => value === 'on'),
  }
}

/** A value the page carries, not typed by anybody: an id, a step. */
export function carried<S extends z.ZodType>(schema: S) {
  return { kind: 'carried' as const, schema }
}

export type Field =
  | ReturnType<typeof text>
  | ReturnType<typeof longText>
  | { kind: 'choice'; as: Look; values: readonly string[]; preset?: string; schema: z.ZodType }
  | {
      kind: 'code'
      as: Look
      list: ListName
      among?: readonly string[]
      optional?: boolean
      preset?: string
      schema: z.ZodType
    }
  | {
      kind: 'codes'
      list: ListName | undefined
      values: readonly string[] | undefined
      among?: readonly string[]
      min?: number
      grouped?: boolean
      schema: z.ZodType
    }
  | { kind: 'day'; optional?: boolean; preset?: 'today'; schema: z.ZodType }
  | { kind: 'number'; min: number; max: number; optional?: boolean; width?: 4 | 12; schema: z.ZodType }
  | { kind: 'tick'; schema: z.ZodType }
  | { kind: 'carried'; schema: z.ZodType }
