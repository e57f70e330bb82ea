import type { Dice } from './dice'
import { nicknamesOf, spellingsOf } from './names/variants'

/** An interviewer: how this one spells and what this one does not ask. */
export type Hand = {
  habits: readonly ((name: string) => string)[]
  /** How often each of these happens under this hand. */
  variant: number
  nickname: number
  slip: number
  swaps: number
  noMother: number
  noFamily: number
  noPhone: number
  noHousehold: number
  /** Writes 1 January where only the year is known. */
  january: boolean
  arabic: boolean
}

const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '')
const habits: readonly ((name: string) => string)[] = [
  plain,
  plain,
  (name) => name.replace(/ou/g, 'u').replace(/^Ou/, 'U'),
  (name) => name.replace(/dj/g, 'j').replace(/^Dj/, 'J'),
  (name) => name.replace(/([b-df-hj-np-tv-z])\1/g, '$1'),
  (name) => name.replace(/c(?=[aou])/g, 'k').replace(/^C(?=[aou])/, 'K'),
  (name) => name.replace(/[yï]/g, 'i'),
  (name) => name.toUpperCase(),
  (name) => name.replace(/(?<=[aeiou])ss(?=[aeiou])/g, 's'),
  (name) => name.replace(/gu(?=[eéi])/g, 'gh'),
  (name) => name.replace(/é$/, 'e'),
]

export function newHand(dice: Dice): Hand {
  return {
    habits: dice.shuffle(habits).slice(0, dice.int(0, 3)),
    variant: 0.04 + 0.12 * dice.real(),
    nickname: 0.02 + 0.05 * dice.real(),
    slip: 0.01 + 0.02 * dice.real(),
    swaps: dice.yes(0.25) ? 0.2 : 0.01,
    noMother: dice.yes(0.15) ? 0.6 : 0.1,
    noFamily: 0.01 + 0.05 * dice.real(),
    noPhone: dice.yes(0.15) ? 0.5 : 0.05,
    noHousehold: dice.yes(0.2) ? 0.6 : 0.1,
    january: dice.yes(0.5),
    arabic: dice.yes(0.15),
  }
}

/** Two letters changed over, one left out or one doubled. */
function slipped(dice: Dice, name: string): string {
  if (name.length < 4) return name
  const at = dice.int(1, name.length - 2)
  const [before, one, other] = [name.slice(0, at), name.charAt(at), name.charAt(at + 1)]
  const rest = name.slice(at + 2)
  return before + dice.one([other + one, other, one + one + other]) + rest
}

/** One word of a name as this interviewer hears and writes it; `called` where a nickname may be said. */
export function writtenWord(dice: Dice, hand: Hand, name: string, called: boolean): string {
  const others = spellingsOf(name)
  const nicknames = nicknamesOf(name)
  let said = name
  if (called && nicknames.length > 0 && dice.yes(hand.nickname)) said = dice.one(nicknames)
  else if (others.length > 0 && dice.yes(2 * hand.variant)) said = dice.ranked(others, 1)
  for (const habit of hand.habits) if (dice.yes(0.85)) said = habit(said)
  return dice.yes(hand.slip) ? slipped(dice, said) : said
}

export const writtenName = (dice: Dice, hand: Hand, name: string, called: boolean): string =>
  name
    .split(' ')
    .map((word) => writtenWord(dice, hand, word, called))
    .join(' ')
