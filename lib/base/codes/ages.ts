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

/** What is known of a birth: often the year alone. `birthDate` is `YYYY-MM-DD`. */
export type Birth = { birthYear: number | null; birthDate?: string | null }

/**
 * Age in whole years on a day (`YYYY-MM-DD`). With a birth year alone the birthday counts as passed,
 * as staff in the field compute it. `null` where nothing is known or the birth lies after the day.
 */
export function ageOn({ birthYear, birthDate }: Birth, day: string): number | null {
  const born = birthDate ?? (birthYear === null ? null : `${birthYear}-01-01`)
  if (born === null) return null
  const beforeBirthday = day.slice(5, 10) < born.slice(5, 10) ? 1 : 0
  const age = Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - beforeBirthday
  return Number.isNaN(age) || age < 0 ? null : age
}
