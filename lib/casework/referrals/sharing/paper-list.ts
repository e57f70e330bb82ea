import type { Json, Paper } from './fact-values'

const isRecord = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && !Array.isArray(value)

/** The papers that a slip names, each in its place; nothing where it says otherwise. PURE. */
export function papersIn(value: Json | undefined): Paper[] {
  if (!Array.isArray(value)) return []
  return (value as readonly Json[])
    .filter(isRecord)
    .flatMap(({ id, kind, format, size }) =>
      typeof id === 'string' &&
      typeof kind === 'string' &&
      typeof format === 'string' &&
      typeof size === 'number'
        ? [{ id, kind, format, size }]
        : [],
    )
}

/** Of which kinds they are; a file of another agency says no more. PURE. */
export const paperKinds = (value: Json | undefined): string[] =>
  Array.isArray(value)
    ? (value as readonly Json[]).flatMap((one) =>
        typeof one === 'string' ? [one] : isRecord(one) && typeof one.kind === 'string' ? [one.kind] : [],
      )
    : []
