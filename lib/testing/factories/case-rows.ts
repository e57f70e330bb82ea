import { createHash } from 'node:crypto'
import type { TransactionSql } from 'postgres'
import { insertRows } from '@/drizzle/seed/insert/bulk'
import { newCode } from '@/lib/casework/numbers/case-code'
import { identityPlace, noIdentity } from '@/lib/casework/people/identity'
import { mintKey } from '@/lib/platform/vault/keys'
import { type OpenKey, sealJson } from '@/lib/platform/vault/seal'
import { root } from '../database'
import { addReferral, type ReferralSpec } from './referral-rows'
import { daysBefore, nothing, type Owner, part, put, type Rows } from './rows'

export type Capacity = 'LEAD' | 'MEMBER' | 'NAMED_SUPERVISOR'
/** `late`: came after the sealed notes were written, and nobody opened them to this person. */
export type Membership = { userId: string; capacity: Capacity; ended?: boolean; late?: boolean }

export type CaseSpec = {
  id: string
  officeId: string
  sensitivity: 'S3' | 'S4'
  leadId: string
  /** Still being registered. */
  draft?: true
  members: readonly Membership[]
  referrals: readonly ReferralSpec[]
}

export const COMPARTMENTS = ['TEAM', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'] as const
const cercleOf: Readonly<Record<string, string>> = {
  MOP: 'ML0506',
  GAO: 'ML0703',
  BKO: 'ML0901',
  TBT: 'ML0605',
}
/** Inserts whole cases, with real keys, a person who said nothing of themselves, and empty contents: one person, consent, aid, notes of each compartment. */
export async function insertCases(specs: readonly CaseSpec[]): Promise<void> {
  const rows: Rows = {}
  for (const spec of specs) addCase(rows, spec)
  await root().begin(async (tx) => {
    for (const [table, list] of Object.entries(rows)) await insertRows(tx, table, list)
    await giveKeys(tx, specs)
  })
}

/** Whoever was on a case when its sealed notes were written holds their keys, each of their own discipline. */
async function giveKeys(tx: TransactionSql, specs: readonly CaseSpec[]): Promise<void> {
  const late = specs.flatMap(({ id, members }) =>
    members.filter((one) => one.late).map(({ userId }) => `${id} ${userId}`),
  )
  await tx`insert into vault.key_holders (key_id, user_id, case_id, office_id, sensitivity, compartment)
    select k.id, m.user_id, k.case_id, k.office_id, k.sensitivity, k.compartment from vault.keys k
      join app.case_members m on m.case_id = k.case_id and m.until is null and m.capacity in ('LEAD', 'MEMBER')
      join access.users u on u.id = m.user_id and u.role = k.compartment
    where k.case_id = any(${specs.map(({ id }) => id)}) and k.scope = 'CASE'
      and (k.case_id || ' ' || m.user_id) <> all(${late}::text[])`
}

function addCase(rows: Rows, spec: CaseSpec): void {
  const { id, officeId, sensitivity, leadId } = spec
  const owner: Owner = { caseId: id, officeId, sensitivity }
  const code = newCode(createHash('sha256').update(id).digest())
  const at = daysBefore(40)
  put(rows, 'app.cases', {
    id,
    code,
    officeId,
    sensitivity,
    state: spec.draft ? 'DRAFT' : 'OPEN',
    risk: 'MEDIUM',
    leadId,
    openedBy: leadId,
    openedAt: at,
    registeredAt: at,
    nextDueAt: at,
    nextDueKind: 'follow-up',
    source: 'WALK_IN',
    cercle: cercleOf[officeId],
    version: 1,
  })
  for (const { userId, capacity, ended } of spec.members)
    put(rows, 'app.case_members', {
      caseId: id,
      userId,
      capacity,
      since: at,
      until: ended ? daysBefore(3) : null,
    })
  const key = addCompartments(rows, owner, leadId)
  addPerson(rows, owner, { leadId, key })
  const keyId = key.id
  for (const referral of spec.referrals) addReferral(rows, { referral, owner, leadId, keyId })
}

/** A key and a note for each compartment; answers the team's key. */
function addCompartments(rows: Rows, owner: Owner, leadId: string): OpenKey {
  const keys = COMPARTMENTS.map((compartment) => mintKey({ scope: 'CASE', compartment, ...owner }))
  for (const [index, compartment] of COMPARTMENTS.entries()) {
    const row = keys[index]?.row
    if (row) put(rows, 'vault.keys', { caseId: null, shareId: null, compartment: null, ...row, id: row.id })
    put(rows, 'app.notes', {
      ...owner,
      id: part(owner.caseId, `note ${compartment}`),
      compartment,
      writtenBy: leadId,
      writtenAt: daysBefore(40),
      keyId: row?.id,
      body: nothing,
    })
  }
  const [team] = keys
  if (!team) throw new Error('a case without a key')
  return team.key
}

/** The person, and what they were given. */
function addPerson(rows: Rows, owner: Owner, { leadId, key }: { leadId: string; key: OpenKey }): void {
  const id = part(owner.caseId, 'person')
  put(rows, 'app.people', {
    ...owner,
    id,
    standing: 'PRINCIPAL',
    sex: 'F',
    birthYear: 1990,
    languages: [],
    specificNeeds: [],
    concerns: [],
    keyId: key.id,
    identity: sealJson(key, identityPlace(id), noIdentity),
    version: 1,
  })
  put(rows, 'app.assistance', {
    ...owner,
    id: part(owner.caseId, 'assistance'),
    service: 'FOOD_RATION',
    quantity: 1,
    unit: 'KIT',
    givenOn: '2014-06-01',
    donor: 'CERF',
    givenBy: leadId,
    recordedAt: daysBefore(40),
  })
}
