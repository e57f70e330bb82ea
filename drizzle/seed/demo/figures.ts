import { PROGRAMME_START, QUARTER } from './moments'
import { FIVE } from './open-work'
import type { CaseFile, Day } from './records'

/** The first day on which our own staff helped; `null` while nothing was given. */
export function firstAssistance({ assistance }: CaseFile): Day | null {
  return assistance.reduce<Day | null>((first, { on }) => (first === null || on < first ? on : first), null)
}

/** Only people who agreed to statistics without identity are counted. */
export const agreesToStatistics = ({ consents }: CaseFile): boolean =>
  consents.some(({ purpose, status }) => purpose === 'STATS' && (status === 'GIVEN' || status === 'ASSENT'))

const inQuarter = (day: Day): boolean => day >= QUARTER.from && day <= QUARTER.to

const countedIn = (file: CaseFile, within: (day: Day) => boolean): boolean => {
  const first = firstAssistance(file)
  return first !== null && within(first) && agreesToStatistics(file)
}

/** Counts in the quarter as newly assisted. */
export const isNewInQuarter = (file: CaseFile): boolean => countedIn(file, inQuarter)

/** Counts before the quarter. */
export const isFromBefore = (file: CaseFile): boolean =>
  countedIn(file, (day) => day >= PROGRAMME_START && day < QUARTER.from)

/** A referral to one of the five agencies left in the quarter. */
export const isReferred = ({ referrals }: CaseFile): boolean =>
  referrals.some(
    ({ partner, events }) =>
      FIVE.includes(partner) &&
      events.some(({ verb, at }) => verb.startsWith('send') && inQuarter(at.slice(0, 10))),
  )
