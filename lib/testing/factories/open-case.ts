import { type SignedIn, signedIn } from '../actors'
import { root } from '../database'
import { type Endpoint, post } from '../requests'
import { insertCases } from './case-rows'
import { makeReadable } from './readable'
import { draftReferral } from './walk'

/** Who stands around a case of Mopti that waits or ends: its lead, a member and the office's supervisor. */
export type Around = { lead: SignedIn; other: SignedIn; supervisor: SignedIn }

export const around = async (): Promise<Around> => ({
  lead: await signedIn('SOCIAL_WORKER', 'MOP'),
  other: await signedIn('LAWYER', 'MOP'),
  supervisor: await signedIn('SUPERVISOR', 'MOP'),
})

/** An open case of Mopti with referrals in these states, and a yes to the file. */
export async function openCaseOf({ lead, other }: Around, states: readonly string[] = [], risk = 'MEDIUM') {
  const id = crypto.randomUUID()
  const referrals = states.map((state) =>
    draftReferral({ state, sent: !['DRAFT', 'PENDING_APPROVAL'].includes(state) }),
  )
  const members = [
    { userId: lead.id, capacity: 'LEAD' as const },
    { userId: other.id, capacity: 'MEMBER' as const },
  ]
  await insertCases([{ id, officeId: 'MOP', sensitivity: 'S3', leadId: lead.id, members, referrals }])
  await makeReadable(id)
  await root()`update app.cases set risk = ${risk}, first_action_at = opened_at where id = ${id}`
  await root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, given_at,
      recorded_by, key_id, detail) select gen_random_uuid(), ${id}, 'MOP', 'S3', 'CASE_MGMT', 'GIVEN', 'SELF', '2014-2',
      clock.casework_now() - interval '30 days', ${lead.id}, k.id, '\\x00' from vault.keys k where k.case_id = ${id} and k.compartment = 'TEAM'`
  const [row] = await root()`select code from app.cases where id = ${id}`
  return { id, code: String(row?.code), referrals: referrals.map((one) => one.id) }
}

type Values = Record<string, string | string[]>
export const send = (endpoint: Endpoint, who: SignedIn, code: string, values: Values = {}) =>
  post(endpoint, { as: who, params: { code }, values })
export const goalsMet: Values = {
  closureReason: 'GOALS_MET',
  evidence: ['REVIEW_WITH_PERSON', 'SAFETY_CHECK'],
  checklist: ['COME_BACK', 'RETENTION'],
  personTold: 'YES',
  words: 'Elle vit chez sa sœur.',
}
export const stateOf = async (id: string) => {
  const [row] =
    await root()`select state, closure_reason, hold_until::text, last_reason, next_due_at, erase_on::text, retention_class
    from app.cases where id = ${id}`
  return row
}
export const openTasks = async (id: string) =>
  (await root()`select kind from app.tasks where case_id = ${id} and state = 'OPEN' order by kind`).map(
    ({ kind }) => kind,
  )
export const taskId = async (id: string, kind: string) =>
  String(
    (await root()`select id from app.tasks where case_id = ${id} and kind = ${kind} and state = 'OPEN'`)[0]
      ?.id,
  )
