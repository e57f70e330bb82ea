import { isCode } from '@/lib/base/codes/codes'
import { findCode } from './find-code'
import type { Fields, RawValues } from './form'

/**
 * What was sent, with the code in place of a word that means one entry of its list, so that a typed answer is compared,
 * kept and judged as one that was chosen. A word that means none, or several, stays a word. PURE.
 */
export function withCodes(fields: Fields, raw: RawValues): RawValues {
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined
      if (field?.kind !== 'code' || field.as !== 'typed' || typeof value !== 'string') return [name, value]
      return [name, isCode(field.list, value) ? value : (findCode(field.list, value, field.among) ?? value)]
    }),
  )
}
