import { idOf } from '@/drizzle/seed/demo/random'
import { insertRows } from '@/drizzle/seed/insert/bulk'
import { type Role, roles } from '@/lib/platform/access/roles'
import { mintKey } from '@/lib/platform/vault/keys'
import { insertPeople, type Person } from '../actors'
import { root } from '../database'
import { MORNING } from '../foundations'
import { type Capacity, type CaseSpec, insertCases } from './case-rows'
import type { ReferralSpec } from './referral-rows'

export type AlertSpec = { id: string; officeId: string; raisedBy: string; daysAgo: number }
/** Every role at every set of offices, in every relation to cases of either office and sensitivity. */
export type World = { people: Person[]; cases: CaseSpec[]; alerts: AlertSpec[] }

const OFFICE_SETS = [['MOP'], ['GAO'], ['MOP', 'GAO'], []] as const
const OFFICES = ['MOP', 'GAO'] as const
export const AGENCIES = ['UNICEF', 'SAVE', 'ICRC'] as const
const RELATIONS = ['LEAD', 'MEMBER', 'NAMED_SUPERVISOR', 'ENDED'] as const
const STATES = [
  ['DRAFT', 'PENDING_APPROVAL', 'RETURNED', 'APPROVED'],
  [
    'SENT',
    'ACKNOWLEDGED',
    'INFO_REQUESTED',
    'ACCEPTED',
    'IN_PROGRESS',
    'COMPLETED',
    'CONTESTED',
    'NOT_ACCESSED',
    'VERIFIED',
    'CLOSED_UNSERVED',
  ],
  ['DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN'],
] as const
const CONSENTS = ['GIVEN', 'ASSENT', 'NOT_POSSIBLE', 'WITHDRAWN', 'EXPIRED', 'RUN_OUT'] as const
const QUIET_DAYS = [1, 29, 31, 59, 61, 89, 91] as const

const turn = <T>(list: readonly T[], count: number): T => list[count % list.length] as T

/** The n-th referral; the counters run at different speeds so that all combinations come up. */
function referralOf(n: number): ReferralSpec {
  const state = turn(STATES.flat(), n)
  const left = (STATES[1] as readonly string[]).includes(state)
  const over = (STATES[2] as readonly string[]).includes(state)
  return {
    id: idOf(`referral ${n}`),
    partner: turn(AGENCIES, Math.floor(n / 17)),
    service: 'CP_BIA',
    state,
    // What ended before it was sent was never seen by the partner.
    sent: left || (over && n % 4 !== 0),
    quietDays: turn(QUIET_DAYS, Math.floor(n / 51)),
    consentStatus: turn(CONSENTS, Math.floor(n / 357) + n),
    sharesEnded: over || n % 7 === 0,
  }
}

function membersOf(
  person: Person,
  relation: (typeof RELATIONS)[number],
  { filler, late }: { filler: string; late: boolean },
) {
  const capacity: Capacity = relation === 'ENDED' ? 'MEMBER' : relation
  const own = {
    userId: person.id,
    capacity,
    ended: relation === 'ENDED',
    late: late && relation === 'MEMBER',
  }
  return relation === 'LEAD' ? [own] : [{ userId: filler, capacity: 'LEAD' as const }, own]
}

function casesFor(staff: readonly Person[], filler: string): CaseSpec[] {
  const specs: CaseSpec[] = []
  for (const person of staff)
    for (const relation of RELATIONS)
      for (const officeId of OFFICES)
        for (const sensitivity of ['S3', 'S4'] as const) {
          const n = specs.length
          specs.push({
            id: idOf(`case ${n}`),
            officeId,
            sensitivity,
            leadId: relation === 'LEAD' ? person.id : filler,
            // A member in Gao came after its sealed notes.
            members: membersOf(person, relation, { filler, late: officeId === 'GAO' }),
            referrals: [referralOf(2 * n), referralOf(2 * n + 1)],
          })
        }
  return specs
}

/** Also alerts of people who no longer are enumerators, and some older than 30 days. */
const alertsOf = (staff: readonly Person[]): AlertSpec[] =>
  staff.flatMap((person) =>
    OFFICES.flatMap((officeId) =>
      [10, 29, 31].map((daysAgo) => ({
        id: idOf(`alert ${person.id} ${officeId} ${daysAgo}`),
        officeId,
        raisedBy: person.id,
        daysAgo,
      })),
    ),
  )

export async function insertAlerts(specs: readonly AlertSpec[]): Promise<void> {
  const keys = specs.map(({ id, officeId }) => mintKey({ scope: 'ALERT', alertId: id, officeId }).row)
  const rows = specs.map(({ id, officeId, raisedBy, daysAgo }, index) => ({
    id,
    code: `S-${index}`,
    state: 'NEW',
    flowPoint: officeId === 'MOP' ? 'FMP_MOP' : 'FMP_GAO_WAB',
    officeId,
    raisedBy,
    raisedAt: new Date(Date.parse(MORNING) - daysAgo * 86_400_000).toISOString(),
    seenOn: '2014-06-01',
    urgency: 'NORMAL',
    sex: 'F',
    age: 30,
    ageEstimated: false,
    nationality: 'MLI',
    vulnerabilities: ['NONE'],
    contactAgreed: 'YES',
    keyId: keys[index]?.id,
    identity: Buffer.from([0]),
    version: 1,
  }))
  await root().begin(async (tx) => {
    await insertRows(tx, 'vault.keys', keys)
    await insertRows(tx, 'app.alerts', rows)
  })
}

const staffRoles = roles.filter((role): role is Exclude<Role, 'PARTNER_FP'> => role !== 'PARTNER_FP')

export async function buildWorld(): Promise<World> {
  const staff = await insertPeople(
    staffRoles.flatMap((role) => OFFICE_SETS.map((offices) => ({ role, offices }))),
  )
  const partners = await insertPeople(
    [...AGENCIES, 'NRC'].flatMap((partner) => [
      { role: 'PARTNER_FP' as const, partner },
      // A base in Mopti alone: what was sent for Gao does not exist there.
      { role: 'PARTNER_FP' as const, partner, base: ['MOP'] },
    ]),
  )
  const [filler] = await insertPeople([{ role: 'SOCIAL_WORKER', offices: ['BKO'] }])
  const cases = casesFor(staff, filler?.id ?? '')
  await insertCases(cases)
  const alerts = alertsOf(staff)
  await insertAlerts(alerts)
  return { people: [...staff, ...partners], cases, alerts }
}
