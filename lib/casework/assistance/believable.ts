import { unitOf } from '@/lib/base/codes/codes'
import type { CodeOf } from '@/lib/base/codes/lists'
import { type Believable, unusual } from '@/lib/base/forms/quantity'

const upTo = (to: number): Believable => ({ from: 1, to })

/**
 * What one person or household is given at once, by unit: beyond it the page asks whether it is so. A large household
 * or a long stay happens; a slipped zero happens more often.
 */
const BELIEVABLE: Readonly<Record<CodeOf<'unit'>, Believable>> = {
  SESSION: upTo(60),
  CONSULT: upTo(30),
  EPISODE: upTo(12),
  KIT: upTo(20),
  SET: upTo(20),
  ITEM: upTo(20),
  RATION: upTo(1000),
  MEAL: upTo(1000),
  NIGHT: upTo(400),
  DAY: upTo(400),
  TRIP: upTo(60),
  /** Less than 500 francs buys nothing; more than a million is a year's rent. */
  XOF: { from: 500, to: 1_000_000 },
  GRANT: upTo(10),
  PERSON: upTo(40),
  VISIT: upTo(60),
  DOC: upTo(30),
  CALL: upTo(30),
  REQUEST: upTo(20),
}

/** So much a head at once where it goes to each: half a year of rations, a kit and one to spare. Others are not counted by head. */
const A_HEAD: Partial<Record<CodeOf<'unit'>, number>> = {
  KIT: 2,
  SET: 3,
  ITEM: 5,
  RATION: 180,
  MEAL: 180,
  PERSON: 1,
}

/** One of these is for a whole household, however large; a second one begins with the ninth person. */
const WHOLE_HOUSEHOLD: readonly string[] = ['NFI_KIT', 'SHEL_KIT']
const PEOPLE_A_KIT = 8

/** Whether one piece of this service is for the whole household and not for each head. PURE. */
export const isForHousehold = (service: string): boolean => WHOLE_HOUSEHOLD.includes(service)

/** Whether somebody should look at this number again. PURE. */
export function isUnusual(service: string, quantity: number): boolean {
  const unit = unitOf(service)
  return unit !== null && unusual(quantity, BELIEVABLE[unit])
}

/** The same for so many people: more than a household uses, or more a head than one person does. PURE. */
export function isMuchFor(service: string, quantity: number, reached: number): boolean {
  if (isForHousehold(service)) return quantity > Math.ceil(reached / PEOPLE_A_KIT)
  const unit = unitOf(service)
  const most = unit === null ? undefined : A_HEAD[unit]
  return most !== undefined && quantity > most * reached
}
