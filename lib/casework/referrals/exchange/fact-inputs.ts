import { FACT_KEYS, type FactKey, isFactKey } from '@/lib/casework/consents/facts'
import type { Json } from '../sharing/fact-values'
import type { StagePayload } from '../sharing/payload'
import { misfit, SHAPES, type Shape } from './fact-shapes'

/** One value under the name of its fact: `sex`, `name.given`; a list is the same name several times. */
export type Input = { name: string; value: string | number | boolean }

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && !Array.isArray(value)
const plain = (value: Json): value is string | number | boolean => typeof value !== 'object'

/** Every value of every fact of a grant, flat. PURE. */
export function inputsOf(facts: StagePayload): Input[] {
  return FACT_KEYS.flatMap((key) => {
    const value = facts[key]
    return value === undefined ? [] : valuesOf(key, value).map(([name, one]) => ({ name, value: one }))
  })
}

function valuesOf(key: FactKey, value: Json): [string, string | number | boolean][] {
  const shape = SHAPES[key]
  if ('one' in shape) return named(key, value)
  if ('many' in shape) return each(value).flatMap((one) => named(key, one))
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, part]) =>
    each(part).flatMap((one) => named(`${key}.${name}`, one)),
  )
}

const each = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value as Json])
const named = (name: string, value: Json): [string, string | number | boolean][] =>
  plain(value) ? [[name, value]] : []

/** What could not be taken over: at which name, and why. */
export type Misread = { name: string; why: NonNullable<ReturnType<typeof misfit>> | 'unknown' | 'twice' }

/** The facts that these inputs say, and what of them is not understood. PURE. */
export function factsOf(inputs: readonly Input[]): { facts: StagePayload; misread: Misread[] } {
  const misread: Misread[] = []
  const found = new Map<FactKey, Json>()
  for (const { name, value } of inputs) {
    const [key = '', part, more] = name.split('.')
    const shape = isFactKey(key) && more === undefined ? SHAPES[key] : undefined
    if (!shape || !isFactKey(key)) misread.push({ name, why: 'unknown' })
    else {
      const why = put(found, { key, part, shape }, value)
      if (why) misread.push({ name, why })
    }
  }
  return { facts: Object.fromEntries(FACT_KEYS.flatMap((key) => entryOf(key, found))), misread }
}

const entryOf = (key: FactKey, found: Map<FactKey, Json>): [FactKey, Json][] => {
  const value = found.get(key)
  return value === undefined ? [] : [[key, value]]
}

type Where = { key: FactKey; part: string | undefined; shape: Shape }

function put(
  found: Map<FactKey, Json>,
  { key, part, shape }: Where,
  value: Input['value'],
): Misread['why'] | undefined {
  const before = found.get(key)
  if (part === undefined) {
    if (!('one' in shape) && !('many' in shape)) return 'unknown'
    const why = misfit('one' in shape ? shape.one : shape.many, value)
    if (why) return why
    if ('many' in shape) found.set(key, [...(Array.isArray(before) ? before : []), value])
    else if (before !== undefined) return 'twice'
    else found.set(key, value)
    return undefined
  }
  if (!('parts' in shape)) return 'unknown'
  const held = isRecord(before) ? before : {}
  const list = Object.hasOwn(shape.lists ?? {}, part) ? shape.lists?.[part] : undefined
  const one = Object.hasOwn(shape.parts, part) ? shape.parts[part] : undefined
  const of = list ?? one
  if (!of) return 'unknown'
  const why = misfit(of, value)
  if (why) return why
  const others = held[part]
  if (!list && others !== undefined) return 'twice'
  found.set(key, { ...held, [part]: list ? [...(Array.isArray(others) ? others : []), value] : value })
  return undefined
}
