import type { Dice } from './dice'

/** Mali's numbers begin with 6, 7, 8 or 9 and have eight digits. */
export const newPhone = (dice: Dice): string =>
  `${dice.one(['6', '7', '7', '7', '8', '9', '6'])}${String(dice.int(0, 9_999_999)).padStart(7, '0')}`

/** One number as different people write it down. */
export function writtenPhone(dice: Dice, phone: string): string {
  const pairs = phone.replace(/(..)(?=.)/g, '$1 ')
  return dice.one([phone, phone, pairs, pairs, pairs.replaceAll(' ', '.'), `+223 ${pairs}`, `00223${phone}`])
}

/** A digit misheard, or two changed over. */
export function misheardPhone(dice: Dice, phone: string): string {
  const at = dice.int(1, 6)
  const [before, one, other, after] = [
    phone.slice(0, at),
    phone.charAt(at),
    phone.charAt(at + 1),
    phone.slice(at + 2),
  ]
  return dice.yes(0.5) ? before + other + one + after : before + String(dice.int(0, 9)) + other + after
}
