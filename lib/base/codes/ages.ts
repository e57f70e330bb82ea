import { isCode } from './codes'
import type { CodeOf } from './lists'
import { lists } from './lists'

const bands = lists.age_group.filter((band) => band.min !== undefined)

/** Band of an age in whole years; `AU` for unknown, negative or broken numbers. */
export function ageGroup(age: number | null): CodeOf<'age_group'> {
  const years = age === null ? Number.NaN : Math.floor(age)
  const band = bands.find(({ min = 0, max }) => years >= min && (max === undefined || years <= max))
  return isCode('age_group', band?.code) ? band.code : 'AU'
}
