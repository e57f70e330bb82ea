import type { RawValues } from '@/lib/base/forms/form'
import type { Pick } from '@/lib/base/forms/merge'

/** Safest answer first. A list that is not here has no safer end. */
const ORDER: Record<string, readonly string[]> = {
  safeContact: ['NONE', 'NEVER_HOME', 'IN_PERSON', 'VIA_TRUSTED', 'CALL_TIMES', 'SMS_OK', 'CALL_OK'],
  risk: ['HIGH', 'MEDIUM', 'LOW'],
}

type Value = RawValues[string] | undefined
/** `safer`: by an order, so that the page may say so. */
export type Preset = { pick: Pick; safer: boolean }

/**
 * Which of two answers a conflict page presets (a list keeps what each did, and is not asked): the safer one, by an order
 * that stands here; where none is safer, the one that says something; else the one that stands already. PURE.
 */
export function saferOf(name: string, theirs: Value, mine: Value): Preset {
  const order = ORDER[name]
  if (order) {
    const place = (value: typeof mine) =>
      (order.indexOf(String(value ?? '')) + order.length + 1) % (order.length + 1)
    return { pick: place(mine) < place(theirs) ? 'mine' : 'theirs', safer: true }
  }
  const size = (value: typeof mine) => [value ?? []].flat().filter(Boolean).length
  return { pick: size(theirs) === 0 && size(mine) > 0 ? 'mine' : 'theirs', safer: false }
}
