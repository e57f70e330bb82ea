import { isChildOn } from '@/lib/base/time/age-on'
import { birthOf } from './birth'

type Person = Parameters<typeof birthOf>[0] & { sex: string }

/**
 * Groups of specific needs (codes of the upper level) that cannot be this person's: a child's of an adult, an older
 * person's of a child, a woman's of a man. Where age or sex leaves a doubt all are asked. `day`: ISO;
 * `adultFrom`: years. PURE.
 */
export function needsNotAsked(person: Person, day: string, adultFrom: number): string[] {
  const child = isChildOn(birthOf(person), day, adultFrom)
  return [
    ...(child === 'NO' ? ['CR', 'SC'] : []),
    ...(child === 'YES' ? ['ER'] : []),
    ...(person.sex === 'M' ? ['WR'] : []),
  ]
}
