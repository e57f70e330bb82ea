import { onwards, post, type Sent } from './post'
import type { Page } from './test'

/** Somebody who exists in one test only: the name and number occur nowhere else in the demonstration. */
export type Newcomer = { given: string; family: string; phone: string; meetingPlace: string; detail: string }

const letters = (length: number): string =>
  Array.from({ length }, () => 'bcdfghjklmnpqrstvwxz'[Math.floor(Math.random() * 20)]).join('')

export function newcomer(): Newcomer {
  const number = Math.floor(Math.random() * 1e6)
    .toString()
    .padStart(6, '0')
  return {
    given: `Zu${letters(7)}`,
    family: `Qa${letters(7)}`,
    phone: `+223 65 ${number.slice(0, 2)} ${number.slice(2, 4)} ${number.slice(4)}`,
    meetingPlace: `Porte ${letters(6)}`,
    detail: `Avant ${letters(6)}`,
  }
}

/** Everything that would betray who it is, wherever it appears in raw bytes. */
export const traces = (who: Newcomer): string[] => [who.given, who.family, who.phone, who.meetingPlace]

type Registered = { cercle?: string; age?: string; risk?: string }

const identityOf = ({ given, family }: Newcomer, age: string): Sent => ({
  given,
  family,
  sex: 'F',
  age,
  ageBasis: 'STATED',
  nationalities: ['MLI'],
  languages: ['ses', 'fra'],
  documentStatus: 'LOST',
})

/** Registers a walk-in and finishes the registration through the forms' endpoints. Returns the open case's code. */
export async function openedCase(page: Page, who: Newcomer, how: Registered = {}): Promise<string> {
  const { cercle = 'ML0702', age = '27', risk = 'MEDIUM' } = how
  const { phone, meetingPlace, detail } = who
  const yes =
    Number(age) < 18
      ? { answer: 'ASSENT', giver: 'PARENT', caregiver: 'PRESENT_SAFE' }
      : { answer: 'GIVEN', giver: 'SELF' }
  const place = { source: 'WALKIN', cercle, sex: 'F', age, ageBasis: 'STATED' }
  const walkIn = { ...place, ...yes, mode: 'SIGN', language: 'ses', stats: 'YES' }
  const next = onwards(await post(page, '/api/v1/cases', walkIn))
  const code = next.split('/')[2] ?? ''
  const rated = { risk, ...(risk === 'LOW' && { lowerReason: 'PERSON_VIEW' }) }
  const of = async (part: string, values: Sent) =>
    onwards(await post(page, `/api/v1/cases/${code}/${part}`, values))
  await of('identity', identityOf(who, age))
  await of('household', { householdRole: 'HOH', householdSize: '4' })
  await of('situation', { displacementStatus: 'IDP', originCercle: 'ML0801', concerns: 'DOC_CIVIL' })
  await of('safety', { ...rated, safeContact: 'CALL_TIMES', contactDetail: detail, phone, meetingPlace })
  await of('finish', {})
  return code
}
