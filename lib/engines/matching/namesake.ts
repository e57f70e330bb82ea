import { compareNames } from './compare-names'
import type { Word } from './words'

/** Whether a member of the household bears one's own name, spelled one way or another. */
export function isNamesake(member: readonly Word[], given: readonly Word[]): boolean {
  const { level } = compareNames(member, given)
  return level === 'double' || level === 'same' || level === 'near'
}
