import { agrees, compareNames } from './compare-names'
import type { Word } from './words'

/** Whether a member of the household bears one's own name, spelled one way or another. */
export const isNamesake = (member: readonly Word[], given: readonly Word[]): boolean =>
  agrees(compareNames(member, given))
