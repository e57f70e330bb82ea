import { insertPeople, type Person } from '../actors'
import { root } from '../database'
import { type CaseSpec, insertCases, type Membership } from '../factories/case-rows'
import type { ReferralSpec } from '../factories/referral-rows'
import { insertAlerts } from '../factories/world'

/** Everybody by how they stand to the cases of the world of writes. */
const PLACES = {
  lead: ['SOCIAL_WORKER', 'MOP'],
  member: ['PSYCHOLOGIST', 'MOP'],
  colleague: ['LAWYER', 'MOP'],
  ended: ['SOCIAL_WORKER', 'MOP'],
  elsewhere: ['SOCIAL_WORKER', 'GAO'],
  supervisor: ['SUPERVISOR', 'MOP'],
  named: ['SUPERVISOR', 'GAO'],
  supervisorElsewhere: ['SUPERVISOR', 'TBT'],
  enumerator: ['DTM_ENUM', 'MOP'],
  statistician: ['IM', 'MOP'],
  officer: ['DPO', 'MOP'],
  admin: ['ADMIN', 'MOP'],
  donor: ['DONOR_VIEW', 'MOP'],
  partner: ['PARTNER_FP', 'UNICEF'],
  otherPartner: ['PARTNER_FP', 'SAVE'],
} as const
export type Place = keyof typeof PLACES

const STATES = [
  'DRAFT',
  'PENDING_APPROVAL',
  'RETURNED',
  'APPROVED',
  'SENT',
  'ACKNOWLEDGED',
  'INFO_REQUESTED',
  'ACCEPTED',
  'IN_PROGRESS',
  'COMPLETED',
  'NOT_ACCESSED',
  'CONTESTED',
  'CLOSED_UNSERVED',
  'VERIFIED',
  'DECLINED',
  'CANCELLED',
  'CONSENT_WITHDRAWN',
]
const UNSENT = ['DRAFT', 'PENDING_APPROVAL', 'RETURNED', 'APPROVED']
const ENDED = ['DECLINED', 'CANCELLED', 'CONSENT_WITHDRAWN']

export type OneCase = CaseSpec & { state: string }
export type WriteWorld = {
  people: Record<Place, Person>
  cases: OneCase[]
  /** A case of another office, led by somebody else: what must not be reached from here. */
  other: CaseSpec
  alert: string
  otherKey: string
}

const referralIn = (state: string): ReferralSpec => ({
  id: crypto.randomUUID(),
  partner: 'UNICEF',
  service: 'CP_BIA',
  state,
  sent: !UNSENT.includes(state),
  quietDays: 1,
  consentStatus: state === 'CONSENT_WITHDRAWN' ? 'WITHDRAWN' : 'GIVEN',
  sharesEnded: ENDED.includes(state),
  priority: 'EMERGENCY',
})

async function everybody(): Promise<Record<Place, Person>> {
  const places = Object.entries(PLACES)
  const people = await insertPeople(
    places.map(([, [role, at]]) =>
      role === 'PARTNER_FP' ? { role, partner: at, offices: [] } : { role, offices: [at] },
    ),
  )
  return Object.fromEntries(places.map(([place], index) => [place, people[index]])) as Record<Place, Person>
}

/** Cases of Mopti, ordinary and restricted, in each state that matters, with a referral in every state. */
export async function buildWriteWorld(): Promise<WriteWorld> {
  const people = await everybody()
  const members: Membership[] = [
    { userId: people.lead.id, capacity: 'LEAD' },
    { userId: people.member.id, capacity: 'MEMBER' },
    { userId: people.ended.id, capacity: 'MEMBER', ended: true },
    { userId: people.named.id, capacity: 'NAMED_SUPERVISOR' },
  ]
  const one = (state: string, sensitivity: 'S3' | 'S4'): OneCase => ({
    id: crypto.randomUUID(),
    officeId: 'MOP',
    sensitivity,
    leadId: people.lead.id,
    members,
    state,
    referrals: STATES.map(referralIn),
  })
  const cases = [one('OPEN', 'S3'), one('OPEN', 'S4'), one('DRAFT', 'S3'), one('CLOSED', 'S3')]
  const leadElsewhere = people.elsewhere.id
  const other: CaseSpec = {
    id: crypto.randomUUID(),
    officeId: 'GAO',
    sensitivity: 'S3',
    leadId: leadElsewhere,
    members: [{ userId: leadElsewhere, capacity: 'LEAD' }],
    referrals: ['DRAFT', 'SENT', 'COMPLETED'].map(referralIn),
  }
  await insertCases([...cases, other])
  const alert = crypto.randomUUID()
  await insertAlerts([{ id: alert, officeId: 'MOP', raisedBy: people.enumerator.id, daysAgo: 2 }])
  await makeBelievable(cases, people)
  const [key] =
    await root()`select id from vault.keys where case_id = ${other.id} and compartment = 'TEAM' and scope = 'CASE'`
  return { people, cases, other, alert, otherKey: String(key?.id) }
}

/** What the factories leave out, written past the triggers: offers, approvals, emergencies, states of cases. */
async function makeBelievable(cases: readonly OneCase[], people: Record<Place, Person>): Promise<void> {
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.referrals r set entry_id = (select d.id from app.directory_entries d
      where d.partner_code = r.partner_code and d.service = r.service and d.office_id = r.office_id),
      approved_by = case when state in ('DRAFT', 'PENDING_APPROVAL', 'RETURNED') then null else ${people.supervisor.id}::uuid end,
      approved_hash = case when state in ('DRAFT', 'PENDING_APPROVAL', 'RETURNED') then null else payload_hash end,
      approved_at = case when state in ('DRAFT', 'PENDING_APPROVAL', 'RETURNED') then null else last_at end`
    await tx`update app.referrals set approved_by = ${people.named.id} where sensitivity = 'S4' and approved_by is not null`
    await tx`update app.referrals set emergency_path = true where state in ('SENT', 'ACCEPTED')`
    await tx`update app.cases set registered_at = null where id = any(${cases.filter(({ state }) => state === 'DRAFT').map(({ id }) => id)})`
    // The agreement that was taken back is older than the others: the newest answer still says yes.
    await tx`update app.consents set given_at = given_at - interval '60 days', withdrawn_at = withdrawn_at - interval '30 days'
      where status = 'WITHDRAWN'`
    // Whoever approved a draft of long ago is not what is tried here; checks with the person come with the try.
    await tx`delete from app.verifications`
    for (const { id, state } of cases) await tx`update app.cases set state = ${state} where id = ${id}`
  })
}
