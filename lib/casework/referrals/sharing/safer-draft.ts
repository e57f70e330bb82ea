import type { RawValues } from '@/lib/base/forms/form'
import type { Preset } from '@/lib/casework/people/safer'

type Value = RawValues[string] | undefined
const sizeOf = (value: Value): number => [value ?? []].flat().filter(Boolean).length

/** More of these shares less. */
const HIDING = ['withoutName']
/** More of these shares more. */
const SHARING = ['contactAgreed']
const URGENT = ['EMERGENCY', 'URGENT', 'NORMAL']

/**
 * Which of two answers of a draft a conflict page presets (a list of facts keeps what each did, and is not asked): what
 * shares less, what is more urgent; else the one that says something, else the one that stands. PURE.
 */
export function saferDraft(name: string, theirs: Value, mine: Value): Preset {
  if (HIDING.includes(name)) return { pick: sizeOf(mine) > sizeOf(theirs) ? 'mine' : 'theirs', safer: true }
  if (SHARING.includes(name)) return { pick: sizeOf(mine) < sizeOf(theirs) ? 'mine' : 'theirs', safer: true }
  if (name === 'priority') {
    const place = (value: Value) => (URGENT.indexOf(String(value)) + URGENT.length + 1) % (URGENT.length + 1)
    return { pick: place(mine) < place(theirs) ? 'mine' : 'theirs', safer: true }
  }
  return { pick: sizeOf(theirs) === 0 && sizeOf(mine) > 0 ? 'mine' : 'theirs', safer: false }
}
