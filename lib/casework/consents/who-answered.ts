import { type Birth, youngestOn } from '@/lib/base/time/age-on'
import { CONSENT_SETTINGS } from './rule-book'

/**
 * What truly happened when an answer was recorded, from its status, its giver and the child's age that day: the key of
 * its sentence, `consents.who.<key>`. PURE. Nobody is said to have agreed who was not asked; a child who was too young to
 * understand is not said to have answered.
 */
export const WHO_ANSWERED = [
  'YES_SELF',
  'YES_PARENT',
  'YES_GUARDIAN',
  'YES_AUTHORITY',
  'YES_INTERPRETER',
  'CHILD_ALONE',
  'CHILD_AND_PARENT',
  'CHILD_AND_GUARDIAN',
  'CHILD_AND_AUTHORITY',
  'FOR_CHILD_PARENT',
  'FOR_CHILD_GUARDIAN',
  'FOR_CHILD_AUTHORITY',
  'NO_SELF',
  'NO_PARENT',
  'NO_GUARDIAN',
  'NO_AUTHORITY',
  'NOBODY',
  'WITHDRAWN',
  'EXPIRED',
] as const
export type WhoAnswered = (typeof WHO_ANSWERED)[number]

type Row = { status: string; giver: string }

/** A child who had not, or perhaps not, reached the age from which an answer of their own counts. */
export function tooYoung(birth: Birth, day: string): boolean {
  const youngest = youngestOn(birth, day)
  return youngest !== null && youngest < CONSENT_SETTINGS.assent_from
}

export function whoAnswered({ status, giver }: Row, childTooYoung: boolean): WhoAnswered {
  if (status === 'WITHDRAWN' || status === 'EXPIRED') return status
  if (status === 'NOT_POSSIBLE' || giver === 'NONE') return 'NOBODY'
  if (status === 'REFUSED') return one(`NO_${giver}`) ?? 'NO_SELF'
  if (status !== 'ASSENT') return one(`YES_${giver}`) ?? 'YES_SELF'
  if (childTooYoung) return one(`FOR_CHILD_${giver}`) ?? 'NOBODY'
  return one(`CHILD_AND_${giver}`) ?? 'CHILD_ALONE'
}

const one = (key: string): WhoAnswered | undefined => WHO_ANSWERED.find((known) => known === key)

/** Whether somebody else's own word is needed, and whether it came. */
export type Standing = 'NOT_NEEDED' | 'WAITING' | 'YES' | 'NO'
export const standingOf = (confirmBy: string | null, says: 'YES' | 'NO' | null): Standing =>
  confirmBy === null ? 'NOT_NEEDED' : (says ?? 'WAITING')
