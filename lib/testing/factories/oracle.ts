import type { Person } from '../actors'
import { type CaseSpec, COMPARTMENTS } from './case-rows'
import type { ReferralSpec } from './referral-rows'
import { part } from './rows'
import type { AlertSpec, World } from './world'

/**
 * Who sees what, written again from the product's rules and nothing else: no policy, no query, no rule file of the
 * application is used here. Rows are named by ids that the world chose.
 */
export type Expected = Readonly<Record<string, readonly string[]>>

const CASEWORKERS = ['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER']

/** On the case now, as a caseworker or as a supervisor named on it. Nobody else ever works on a case. */
export function worksOn(person: Person, one: CaseSpec): boolean {
  if (!CASEWORKERS.includes(person.role) && person.role !== 'SUPERVISOR') return false
  return one.members.some(({ userId, ended }) => userId === person.id && !ended)
}

/** A supervisor sees the ordinary cases of their offices, and a protected one only where named. */
export const seesCase = (person: Person, one: CaseSpec): boolean =>
  worksOn(person, one) ||
  (person.role === 'SUPERVISOR' && one.sensitivity === 'S3' && person.offices.includes(one.officeId))

/** Team notes go with the case; a sealed note to those of its own discipline who were on the case when it was written. */
export const readsCompartment = (person: Person, one: CaseSpec, compartment: string): boolean =>
  compartment === 'TEAM'
    ? seesCase(person, one)
    : person.role === compartment &&
      one.members.some(
        ({ userId, capacity, ended, late }) =>
          userId === person.id && capacity !== 'NAMED_SUPERVISOR' && !ended && !late,
      )

/** Whoever raised an alert reads no row of it: new or handled, code, time and place are all they may know. */
const seesAlert = (person: Person, alert: AlertSpec): boolean =>
  person.role === 'SUPERVISOR' && person.offices.includes(alert.officeId)
const knowsOfAlert = (person: Person, alert: AlertSpec): boolean =>
  person.role === 'DTM_ENUM' && alert.raisedBy === person.id && alert.daysAgo < 30

const WITH_PARTNER = ['SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED']
const SERVED = ['ACCEPTED', 'IN_PROGRESS']
/** Named facts for 30 days, anonymous ones for 30 more. */
const SETTLED = ['COMPLETED', 'CONTESTED', 'NOT_ACCESSED']
/** Anonymous facts for 30 days. */
const OVER = ['VERIFIED', 'CLOSED_UNSERVED']
const stands = ({ consentStatus }: ReferralSpec) =>
  ['GIVEN', 'ASSENT', 'NOT_POSSIBLE'].includes(consentStatus)

/** A referral and the office it was sent from: a partner's base covers some of them. */
export type Placed = { referral: ReferralSpec; officeId: string }

/** What was sent to the agency; after decline, cancel or withdrawal a stub remains for 90 days. */
export function partnerSees(person: Person, { referral, officeId }: Placed): boolean {
  if (person.partner !== referral.partner || !referral.sent) return false
  if (person.base && !person.base.includes(officeId)) return false
  return [...WITH_PARTNER, ...SERVED, ...SETTLED, ...OVER].includes(referral.state) || referral.quietDays < 90
}

export function partnerReadsStage(person: Person, placed: Placed, stage: 1 | 2): boolean {
  const { referral } = placed
  if (!partnerSees(person, placed) || referral.sharesEnded || !stands(referral)) return false
  const { state, quietDays } = referral
  if (SERVED.includes(state)) return true
  if (SETTLED.includes(state)) return quietDays < (stage === 1 ? 60 : 30)
  if (stage === 2) return false
  return WITH_PARTNER.includes(state) || (OVER.includes(state) && quietDays < 30)
}

function forPartner(person: Person, world: World): Expected {
  const placed = world.cases.flatMap(({ referrals, officeId }) =>
    referrals.map((referral): Placed => ({ referral, officeId })),
  )
  const seen = placed.filter((one) => partnerSees(person, one)).map(({ referral }) => referral.id)
  const slips = placed.flatMap((one) =>
    ([1, 2] as const)
      .filter((stage) => partnerReadsStage(person, one, stage))
      .map((stage) => part(one.referral.id, `share ${stage}`)),
  )
  return {
    'app.referrals': seen,
    'app.referral_events': seen,
    'app.shares': slips,
    'vault.keys': slips,
    // The conversation is sealed with the first slip's key and ends with it.
    'app.referral_messages': placed
      .filter((one) => partnerReadsStage(person, one, 1))
      .map(({ referral }) => part(referral.id, 'message')),
  }
}

/** What the person answers is said to whoever works on the case, and to no supervisor. */
export const hearsPerson = (person: Person, one: CaseSpec): boolean =>
  CASEWORKERS.includes(person.role) &&
  one.members.some(
    ({ userId, capacity, ended }) => userId === person.id && capacity !== 'NAMED_SUPERVISOR' && !ended,
  )

function forStaff(person: Person, world: World): Expected {
  const cases = world.cases.filter((one) => seesCase(person, one))
  const referrals = cases.flatMap((one) => one.referrals)
  const compartments = world.cases.flatMap((one) =>
    COMPARTMENTS.filter((compartment) => readsCompartment(person, one, compartment)).map((compartment) => ({
      one,
      compartment,
    })),
  )
  const alerts = world.alerts.filter((alert) => seesAlert(person, alert)).map(({ id }) => id)
  const slips = referrals.flatMap(({ id }) => [part(id, 'share 1'), part(id, 'share 2')])
  return {
    'app.cases': cases.map(({ id }) => id),
    'app.case_members': cases.flatMap(({ id, members }) =>
      members.map(({ userId, capacity }) => `${id} ${userId} ${capacity}`),
    ),
    'app.people': cases.map(({ id }) => part(id, 'person')),
    'app.assistance': cases.map(({ id }) => part(id, 'assistance')),
    'app.consents': referrals.map(({ id }) => part(id, 'consent')),
    'app.referrals': referrals.map(({ id }) => id),
    'app.referral_events': referrals.map(({ id }) => id),
    'app.verifications': cases
      .filter((one) => hearsPerson(person, one))
      .flatMap((one) => one.referrals.map(({ id }) => id)),
    'app.referral_messages': referrals.map(({ id }) => part(id, 'message')),
    'app.shares': slips,
    'app.notes': compartments.map(({ one, compartment }) => part(one.id, `note ${compartment}`)),
    'app.alerts': alerts,
    'app.own_alerts()': world.alerts.filter((alert) => knowsOfAlert(person, alert)).map(({ id }) => id),
    'vault.keys': [
      ...compartments.map(({ one, compartment }) => `${one.id} ${compartment}`),
      ...slips,
      ...alerts,
    ],
  }
}

/** The rows of every table that this person may read; a table that is not named shows nothing. */
export const expectedFor = (person: Person, world: World): Expected =>
  person.role === 'PARTNER_FP' ? forPartner(person, world) : forStaff(person, world)
