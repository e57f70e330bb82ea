import type { Truth, Written } from './household'
import names from './names.json'
import type { Random } from './random'
import rates from './rates.json'
import { inArabic } from './spell'

/** A record as a desk holds it. The engine has its own type; this one only has to fit it. */
export type Registered = {
  given?: string
  family?: string
  mother?: string
  household?: string[]
  village?: string
  cercle?: string
  birth?: { year: number; month?: number; day?: number; within?: number }
  phone?: string
  sex?: 'F' | 'M'
}

const often = rates.anyRecord
/** A registrar, who leaves out as much as the rates say, or, in a hurry, several times as much. */
type Desk = Random & { lacks: (share: number) => boolean }

function someDesk(chance: Random): Desk {
  const times = chance.pick(often.lackOf)
  return { ...chance, lacks: (share) => chance.chance(Math.min(0.9, share * times)) }
}

const joined = (words: readonly Written[]) => words.map(({ text }) => text).join(' ')

/** The whole name in Arabic script, or undefined if one of its words has no Arabic form here. */
function arabicOf(words: readonly Written[]): string | undefined {
  const forms = words.map(({ name }) => inArabic(name))
  return forms.every((form) => form !== undefined) ? forms.join(' ') : undefined
}

function familyText(truth: Truth): string {
  return truth.particle ? `${truth.particle} ${truth.family.text}` : truth.family.text
}

function householdText(truth: Truth, random: Random): string[] {
  if (truth.others.length === 0) return []
  if (random.chance(often.wholeHousehold)) return truth.others.slice(0, 12).map(({ text }) => text)
  const first = random.pick(truth.others)
  return random.chance(0.4) && truth.others.length > 1
    ? [...new Set([first.text, random.pick(truth.others).text])]
    : [first.text]
}

/** Without papers a desk knows a year: alone, dressed up as New Year's Day or Eve, or as a range. */
function birthOf({ birth, hasPapers }: Truth, random: Random): NonNullable<Registered['birth']> {
  if (hasPapers) return birth
  const { year } = birth
  if (random.chance(often.newYearForYear))
    return random.chance(0.8) ? { year, month: 1, day: 1 } : { year, month: 12, day: 31 }
  if (!random.chance(often.yearIsARange)) return { year }
  const within = random.pick([1, 2, 3, 5])
  const off = random.below(within + 1) - random.below(within + 1)
  return { year: year + off, within }
}

/** Writes a person down, leaving out what desks leave out. */
export function register(truth: Truth, chance: Random, arabicShare: number = often.arabicScript): Registered {
  const random = someDesk(chance)
  const title = random.chance(names.titleShare) ? `${random.pick(names.titles)} ` : ''
  const arabic = random.chance(arabicShare) ? arabicOf(truth.given) : undefined
  const record: Registered = {}
  if (!random.lacks(often.givenNotWritten)) record.given = arabic ?? title + joined(truth.given)
  if (!random.lacks(often.familyNotWritten)) record.family = familyText(truth)
  if (truth.mother && !random.lacks(often.motherNotWritten)) {
    record.mother = (arabic && inArabic(truth.mother.name)) ?? truth.mother.text
  }
  const household = householdText(truth, random)
  if (household.length > 0 && !random.lacks(often.householdNotWritten)) record.household = household
  if (!random.lacks(often.villageNotWritten)) record.village = truth.village
  if (!random.lacks(often.cercleNotWritten)) record.cercle = truth.cercle
  if (!random.lacks(often.birthNotWritten)) record.birth = birthOf(truth, random)
  if (truth.phone && !random.lacks(often.phoneNotWritten)) record.phone = truth.phone
  if (!random.lacks(often.sexNotWritten)) record.sex = truth.sex
  return record
}
