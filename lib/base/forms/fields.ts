import { z } from 'zod'
import { isCode } from '@/lib/base/codes/codes'
import type { CodeOf, ListName } from '@/lib/base/codes/lists'
import { readWhole } from '@/lib/base/forms/quantity'
import { dayProblem, readDay } from '@/lib/base/forms/read-day'
import { stored, textFault, tooLongBy } from '@/lib/base/text/clean'

/**
 * What a form asks: one entry a field, the only place that says its kind and its rule. PURE.
 * A zod message here is an error code (`required`, `too-long`, …); its wording is `<noun>.<field>.<code>` when that
 * exists, else `forms.<code>`.
 */
/** Words as they are stored: line ends once, nothing invisible, nothing cut; counted as they are kept. */
const words = ({ max, optional }: { max: number; optional?: boolean }, lines: boolean) => {
  const kept = z.string({ error: 'required' }).transform((value, context) => {
    const text = lines ? stored(value) : stored(value.replaceAll('\t', ' '))
    const fault = textFault(text, { lines }) ?? (tooLongBy(text, max) > 0 ? 'too-long' : undefined)
    if (fault === undefined && (text !== '' || optional)) return text
    context.addIssue({ code: 'custom', message: fault ?? 'required' })
    return z.NEVER
  })
  return optional ? kept.default('') : kept
}

export function text(options: {
  max: number
  optional?: boolean
  width?: 4 | 12
  spellcheck?: boolean
  inputMode?: 'numeric' | 'tel'
}) {
  return { kind: 'text' as const, ...options, schema: words(options, false) }
}

export function longText(options: { max: number; optional?: boolean; rows?: number }) {
  return { kind: 'long-text' as const, ...options, schema: words(options, true) }
}

/** `typed`: one writes the beginning of the answer; the list is suggested, and shown when a word means none or several. */
type Look = 'radio' | 'select' | 'typed'

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
    // A word that means one entry came as its code (`typed-codes.ts`): what is left is a word nobody can place.
    { error: ({ input }) => (options.as === 'typed' && input ? 'not-found' : 'required') },
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

/** The displacement this work answers to began in 2012: no note, visit or service of ours is older. */
export const CASEWORK_BEGAN = '2012-01-01'

type DayOptions = {
  optional?: boolean
  preset?: 'today'
  /** Bounds by meaning. What only the record tells (opened, sent, born) the verb checks with `dayProblem`. */
  notBefore?: string
  notAfter?: 'today'
  /** Where the year is left out: the last such day, or the next. */
  lean?: 'past' | 'future'
  /** It tells who somebody is: it is said back on no address. */
  quiet?: boolean
}

/** A day as people type it (`read-day.ts`). Value: 2014-06-30. `at(today)` reads what leaves the year out. */
export function day(options: DayOptions = {}) {
  const at = (today?: string) => {
    const parsed = z
      .string({ error: 'required' })
      .trim()
      .transform((value, context) => {
        if (value === '' && options.optional) return ''
        const iso = readDay(value, { today, lean: options.lean })?.iso
        const problem = iso === undefined ? 'not-a-day' : outside(iso, options, today)
        if (iso !== undefined && problem === undefined) return iso
        context.addIssue({ code: 'custom', message: value === '' ? 'required' : (problem ?? 'not-a-day') })
        return z.NEVER
      })
    return options.optional ? parsed.default('') : parsed
  }
  return { kind: 'day' as const, ...options, at, schema: at() }
}

function outside(iso: string, { notBefore, notAfter }: DayOptions, today: string | undefined) {
  const problem = dayProblem(iso, { notBefore, notAfter: notAfter && today })
  return problem === 'too-late' && notAfter === 'today' ? 'in-future' : problem
}

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
      const number = readWhole(value)
      if (number === null) return null
      if (number !== undefined && number >= min && number <= max) return number
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
  | {
      kind: 'day'
      optional?: boolean
      preset?: 'today'
      quiet?: boolean
      at: (today?: string) => z.ZodType
      schema: z.ZodType
    }
  | { kind: 'number'; min: number; max: number; optional?: boolean; width?: 4 | 12; schema: z.ZodType }
  | { kind: 'tick'; schema: z.ZodType }
  | { kind: 'carried'; schema: z.ZodType }
