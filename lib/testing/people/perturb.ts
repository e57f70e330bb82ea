import { phoneNumber, type Truth, type Written } from './household'
import { drawCercle, drawFamily, drawGiven, drawVillage, nameOf } from './names'
import type { Random } from './random'
import rates from './rates.json'
import { type Registered, register } from './register'
import { respell, writeByEar } from './spell'

const often = rates.duplicate
/** A registrar, who errs more or less often than the rates say. */
type Hand = Random & { errs: (share: number) => boolean; errors: number }

function someHand(chance: Random): Hand {
  const errors = chance.pick(often.hands)
  return { ...chance, errors, errs: (share) => chance.chance(Math.min(0.9, share * errors)) }
}

const nicknames = ['Papa', 'Vieux', 'Tonton', 'Bébé', 'Mama', 'Petit', 'Ina', 'Tantie', 'Bâ', 'Néné']

const respelt = (word: Written, random: Random): Written => ({
  name: word.name,
  text: respell(word.name, word.text, random),
})

function perturbGiven(truth: Truth, random: Hand): Written[] {
  if (random.errs(often.givenIsNickname)) {
    const name = nameOf(random.pick(nicknames))
    return [{ name, text: name.canonical }]
  }
  let words = truth.given
  if (words.length > 1 && random.errs(often.givenShortenedWhenCompound)) words = [random.pick(words)]
  else if (words.length > 1 && random.errs(often.givenSwappedWhenCompound)) words = [...words].reverse()
  return random.errs(often.givenOtherSpelling) ? words.map((word) => respelt(word, random)) : words
}

function perturbFamily(truth: Truth, random: Hand): Written {
  if (random.errs(often.familyOtherName)) {
    const name = truth.style === 'surname' ? drawFamily(random) : drawGiven(random, 'M', truth.style)
    return { name, text: name.canonical }
  }
  return random.errs(often.familyOtherSpelling) ? respelt(truth.family, random) : truth.family
}

function perturbMother(truth: Truth, random: Hand): Written | undefined {
  if (!truth.mother) return undefined
  if (random.errs(often.motherOtherWoman)) {
    const name = drawGiven(random, 'F', truth.style)
    return { name, text: name.canonical }
  }
  return random.errs(often.motherOtherSpelling) ? respelt(truth.mother, random) : truth.mother
}

function perturbYear(truth: Truth, random: Hand): number {
  const roll = random.next() / random.errors
  let sum = 0
  for (const [years, share] of Object.entries(often.birthYearOff)) {
    sum += share
    if (roll < sum) return truth.birth.year + (random.chance(0.5) ? Number(years) : -Number(years))
  }
  return truth.birth.year
}

/** A date copied wrongly: day for month, one of the two misread, or another date altogether. */
function perturbDate(truth: Truth, random: Hand): Pick<Truth['birth'], 'month' | 'day'> {
  const { month, day } = truth.birth
  if (!random.errs(often.dateOtherwise)) return { month, day }
  const kind = random.below(3)
  if (kind === 0 && day <= 12) return { month: day, day: month }
  return kind === 1 ? { month, day: 1 + random.below(28) } : { month: 1 + random.below(12), day }
}

function perturbVillage(truth: Truth, random: Hand): string {
  const roll = random.next() / random.errors
  if (roll < often.villageOtherInCercle) return drawVillage(random, truth.cercle)
  return roll < often.villageOtherInCercle + often.villageOtherSpelling
    ? writeByEar(truth.village, random)
    : truth.village
}

function digitSlip(phone: string, random: Random): string {
  const at = 1 + random.below(phone.length - 1)
  return phone.slice(0, at) + random.below(10) + phone.slice(at + 1)
}

function perturbPhone(truth: Truth, random: Hand): string | undefined {
  if (!truth.phone) return undefined
  const copied = random.errs(often.phoneSlip) ? digitSlip(truth.phone, random) : truth.phone
  const phone = random.errs(often.phoneChanged) ? phoneNumber(random) : copied
  if (!random.errs(often.phoneWrittenOtherwise)) return phone
  const spaced = phone.replace(/(..)(?=.)/g, '$1 ')
  return random.pick([`+223 ${spaced}`, `00223${phone}`, spaced, `+223${phone}`])
}

/** Given and family name in each other's box, or both in the first. */
function rebox(record: Registered, random: Hand): Registered {
  const { given, family, ...rest } = record
  if (given === undefined || family === undefined) return record
  if (random.errs(often.namesSwapped)) return { ...rest, given: family, family: given }
  return random.errs(often.namesInOneBox) ? { ...rest, given: `${given} ${family}` } : record
}

/** A member written down on another day than the rest of the household: the shared facts are spelled otherwise too. */
export function byAnotherHand(truth: Truth, chance: Random): Truth {
  const random = someHand(chance)
  const respellings = (words: readonly Written[]) => words.map((word) => respelt(word, random))
  return {
    ...truth,
    family: random.errs(often.familyOtherSpelling) ? respelt(truth.family, random) : truth.family,
    mother:
      truth.mother && random.errs(often.motherOtherSpelling) ? respelt(truth.mother, random) : truth.mother,
    village: random.errs(often.villageOtherSpelling) ? writeByEar(truth.village, random) : truth.village,
    others: random.errs(often.householdOtherSpelling) ? respellings(truth.others) : truth.others,
  }
}

/** The same person met again by another registrar. */
export function registerAgain(truth: Truth, chance: Random): Registered {
  const random = someHand(chance)
  const year = perturbYear(truth, random)
  const others = random.errs(often.householdOtherMember) ? truth.others : truth.others.slice(0, 1)
  const again: Truth = {
    ...truth,
    given: perturbGiven(truth, random),
    family: perturbFamily(truth, random),
    mother: perturbMother(truth, random),
    birth: { ...perturbDate(truth, random), year },
    hasPapers: truth.hasPapers && year === truth.birth.year,
    village: perturbVillage(truth, random),
    cercle: random.errs(often.cercleOther) ? drawCercle(random).code : truth.cercle,
    phone: perturbPhone(truth, random),
    others: random.errs(often.householdOtherSpelling) ? others.map((word) => respelt(word, random)) : others,
    sex: random.errs(often.sexWrong) ? (truth.sex === 'F' ? 'M' : 'F') : truth.sex,
  }
  return rebox(register(again, random, often.arabicScript), random)
}
