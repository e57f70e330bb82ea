import { isChildOn } from '@/lib/base/time/age-on'
import { birthOf } from './birth'

type Person = Parameters<typeof birthOf>[0] & { sex: string }

const OLDER_FROM = 60

/**
 * Groups of specific needs (codes of the upper level) that cannot be this person's: a child's of an adult, an older
 * person's (sixty, as the list of the refugee agency has it) of somebody younger, a woman's of a man or a girl. Where age
 * or sex leaves a doubt all are asked. `day`: ISO; `adultFrom`: years. PURE.
 */
export function needsNotAsked(person: Person, day: string, adultFrom: number): string[] {
  const birth = birthOf(person)
  const child = isChildOn(birth, day, adultFrom)
  return [
    ...(child === 'NO' ? ['CR', 'SC'] : []),
    ...(isChildOn(birth, day, OLDER_FROM) === 'YES' ? ['ER'] : []),
    ...(person.sex === 'M' || child === 'YES' ? ['WR'] : []),
  ]
}
