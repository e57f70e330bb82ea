import { offered } from '@/lib/base/codes/codes'
import type { ListName } from '@/lib/base/codes/lists'
import { findCodes } from '@/lib/base/forms/find-code'

/**
 * A long list of two levels, ticked or searched for by a word. PURE.
 *   lowerLevel(list)             the codes a form offers: the lower level, without those that go another way
 *   lookedFor(list, word)        what the word may mean among them
 *   withLooked(list, ticked, word) what is ticked, and the one entry the word means
 *   searchErrors(list, word, ticked) a word that means none, or several of which none is ticked, is refused and kept
 */
export const lowerLevel = (list: ListName): string[] =>
  offered(list)
    .filter((entry) => entry.parent && !entry.restricted)
    .map((entry) => entry.code)

export const lookedFor = (list: ListName, word: string): string[] => findCodes(list, word, lowerLevel(list))

export function withLooked(list: ListName, ticked: readonly string[], word: string): string[] {
  const found = lookedFor(list, word)
  return [...new Set(found.length === 1 ? [...ticked, ...found] : ticked)]
}

export function searchErrors(
  list: ListName,
  [field, word]: readonly [string, string],
  ticked: readonly string[],
): Record<string, string> {
  if (word === '') return {}
  const found = lookedFor(list, word)
  if (found.length === 0) return { [field]: 'not-found' }
  return found.length === 1 || found.some((code) => ticked.includes(code)) ? {} : { [field]: 'several' }
}
