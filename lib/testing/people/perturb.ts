import { phoneNumber, type Truth, type Written } from './household'
import { drawCercle, drawFamily, drawGiven, drawVillage, nameOf } from './names'
import type { Random } from './random'
import rates from './rates.json'
import { type Registered, register } from './register'
import { respell, writeByEar } from './spell'

const often = rates.duplicate
const nicknames = ['Papa', 'Vieux', 'Tonton', 'Bébé', 'Mama', 'Petit', 'Ina', 'Tantie', 'Bâ', 'Néné']

const respelt = (word: Written, random: Random): Written => ({
  name: word.name,
  text: respell(word.name, word.text, random),
})

function perturbGiven(truth: Truth, random: Random): Written[] {
  if (random.chance(often.givenIsNickname)) {
    const name = nameOf(random.pick(nicknames))
    return [{ name, text: name.canonical }]
  }
  let words = truth.given
  if (words.length > 1 && random.chance(often.givenShortenedWhenCompound)) words = [random.pick(words)]
  else if (words.length > 1 && random.chance(often.givenSwappedWhenCompound)) words = [...words].reverse()
  return random.chance(often.givenOtherSpelling) ? words.map((word) => respelt(word, random)) : words
}

function perturbFamily(truth: Truth, random: Random): Written {
  if (random.chance(often.familyOtherName)) {
    const name = truth.style === 'surname' ? drawFamily(random) : drawGiven(random, 'M', truth.style)
    return { name, text: name.canonical }
  }
  return random.chance(often.familyOtherSpelling) ? respelt(truth.family, random) : truth.family
}

function perturbMother(truth: Truth, random: Random): Written | undefined {
  if (!truth.mother) return undefined
  if (random.chance(often.motherOtherWoman)) {
    const name = drawGiven(random, 'F', truth.style)
    return { name, text: name.canonical }
  }
  return random.chance(often.motherOtherSpelling) ? respelt(truth.mother, random) : truth.mother
}

function perturbYear(truth: Truth, random: Random): number {
  const roll = random.next()
  let sum = 0
  for (const [years, share] of Object.entries(often.birthYearOff)) {
    sum += share
    if (roll < sum) return truth.birth.year + (random.chance(0.5) ? Number(years) : -Number(years))
  }
  return truth.birth.year
}

/** A date copied wrongly: day for month, one of the two misread, or another date altogether. */
function perturbDate(truth: Truth, random: Random): Pick<Truth['birth'], 'month' | 'day'> {
  const { month, day } = truth.birth
  if (!random.chance(often.dateOtherwise)) return { month, day }
  const kind = random.below(3)
  if (kind === 0 && day <= 12) return { month: day, day: month }
  return kind === 1 ? { month, day: 1 + random.below(28) } : { month: 1 + random.below(12), day }
}

function perturbVillage(truth: Truth, random: Random): string {
  const roll = random.next()
  if (roll < often.villageOtherInCercle) return drawVillage(random, truth.cercle)
  return roll < often.villageOtherInCercle + often.villageOtherSpelling
    ? writeByEar(truth.village, random)
    : truth.village
}

function digitSlip(phone: string, random: Random): string {
  const at = 1 + random.below(phone.length - 1)
  return phone.slice(0, at) + random.below(10) + phone.slice(at + 1)
}

function perturbPhone(truth: Truth, random: Random): string | undefined {
  if (!truth.phone) return undefined
  const copied = random.chance(often.phoneSlip) ? digitSlip(truth.phone, random) : truth.phone
  const phone = random.chance(often.phoneChanged) ? phoneNumber(random) : copied
  if (!random.chance(often.phoneWrittenOtherwise)) return phone
  const spaced = phone.replace(/(..)(?=.)/g, '$1 ')
  return random.pick([`+223 ${spaced}`, `00223${phone}`, spaced, `+223${phone}`])
}

/** Given and family name in each other's box, or both in the first. */
function rebox(record: Registered, random: Random): Registered {
  const { given, family, ...rest } = record
  if (given === undefined || family === undefined) return record
  if (random.chance(often.namesSwapped)) return { ...rest, given: family, family: given }
  return random.chance(often.namesInOneBox) ? { ...rest, given: `${given} ${family}` } : record
}

/** The same person met again by another registrar. */
export function registerAgain(truth: Truth, random: Random): Registered {
  const year = perturbYear(truth, random)
  const others = random.chance(often.householdOtherMember) ? truth.others : truth.others.slice(0, 1)
  const again: Truth = {
    ...truth,
    given: perturbGiven(truth, random),
    family: perturbFamily(truth, random),
    mother: perturbMother(truth, random),
    birth: { ...perturbDate(truth, random), year },
    hasPapers: truth.hasPapers && year === truth.birth.year,
    village: perturbVillage(truth, random),
    cercle: random.chance(often.cercleOther) ? drawCercle(random).code : truth.cercle,
    phone: perturbPhone(truth, random),
    others: random.chance(often.householdOtherSpelling)
      ? others.map((word) => respelt(word, random))
      : others,
    sex: random.chance(often.sexWrong) ? (truth.sex === 'F' ? 'M' : 'F') : truth.sex,
  }
  return rebox(register(again, random, often.arabicScript), random)
}
