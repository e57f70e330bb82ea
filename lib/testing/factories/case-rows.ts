import { createHash } from 'node:crypto'
import { idOf } from '@/drizzle/seed/demo/random'
import { insertRows, type SeedRow } from '@/drizzle/seed/insert/bulk'
import { newCode } from '../../cases/code'
import { mintKey } from '../../vault/keys'
import { seal } from '../../vault/seal'
import { root } from '../database'
import { MORNING } from './foundations'

export type Capacity = 'LEAD' | 'MEMBER' | 'NAMED_SUPERVISOR'
export type Membership = { userId: string; capacity: Capacity; ended?: boolean }

/** A referral as it stands; everything that led there is left out, the trigger only records its arrival. */
export type ReferralSpec = {
  id: string
  partner: string
  service: string
  state: string
  sent: boolean
  /** Casework days since it last moved. */
  quietDays: number
  consentStatus: 'GIVEN' | 'ASSENT' | 'NOT_POSSIBLE' | 'WITHDRAWN' | 'EXPIRED'
  sharesEnded: boolean
  priority?: 'EMERGENCY' | 'URGENT' | 'NORMAL'
}

export type CaseSpec = {
  id: string
  officeId: string
  sensitivity: 'S3' | 'S4'
  leadId: string
  members: readonly Membership[]
  referrals: readonly ReferralSpec[]
}

export const COMPARTMENTS = ['TEAM', 'SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'] as const
/** Ids of what belongs to a case, so that an oracle can name rows without asking the database. */
export const part = (ofId: string, kind: string): string => idOf(`${kind} of ${ofId}`)

const nothing = Buffer.from([0])
const cercleOf: Readonly<Record<string, string>> = {
  MOP: 'ML0506',
  GAO: 'ML0703',
  BKO: 'ML0901',
  TBT: 'ML0605',
}
const daysBefore = (days: number) => new Date(Date.parse(MORNING) - days * 86_400_000).toISOString()

type Owner = { caseId: string; officeId: string; sensitivity: 'S3' | 'S4' }
type Rows = Record<string, SeedRow[]>

function put(rows: Rows, table: string, row: SeedRow): void {
  rows[table] ??= []
  rows[table].push(row)
}

/** Inserts whole cases, with real keys and empty contents: one person, consent, aid, notes of each compartment. */
export async function insertCases(specs: readonly CaseSpec[]): Promise<void> {
  const rows: Rows = {}
  for (const spec of specs) addCase(rows, spec)
  await root().begin(async (tx) => {
    for (const [table, list] of Object.entries(rows)) await insertRows(tx, table, list)
  })
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
    state: 'OPEN',
    risk: 'MEDIUM',
    leadId,
    openedBy: leadId,
    openedAt: at,
    registeredAt: at,
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
  const keys = COMPARTMENTS.map((compartment) => mintKey({ scope: 'CASE', compartment, ...owner }))
  for (const [index, compartment] of COMPARTMENTS.entries()) {
    const row = keys[index]?.row
    if (row) put(rows, 'vault.keys', { caseId: null, shareId: null, compartment: null, ...row, id: row.id })
    put(rows, 'app.notes', {
      ...owner,
      id: part(id, `note ${compartment}`),
      compartment,
      writtenBy: leadId,
      writtenAt: at,
      keyId: row?.id,
      body: nothing,
    })
  }
  const keyId = keys[0]?.key.id ?? ''
  put(rows, 'app.people', {
    ...owner,
    id: part(id, 'person'),
    standing: 'PRINCIPAL',
    sex: 'F',
    birthYear: 1990,
    languages: [],
    specificNeeds: [],
    concerns: [],
    keyId,
    identity: nothing,
    version: 1,
  })
  put(rows, 'app.assistance', {
    ...owner,
    id: part(id, 'assistance'),
    service: 'FOOD_RATION',
    quantity: 1,
    unit: 'KIT',
    givenOn: '2014-06-01',
    donor: 'CERF',
    givenBy: leadId,
    recordedAt: at,
  })
  for (const referral of spec.referrals) addReferral(rows, { referral, owner, leadId, keyId })
}

type Placed = { referral: ReferralSpec; owner: Owner; leadId: string; keyId: string }

function addReferral(rows: Rows, { referral, owner, leadId, keyId }: Placed): void {
  const { id, partner, service, state, sent, quietDays, consentStatus, sharesEnded } = referral
  const consentId = part(id, 'consent')
  const moved = daysBefore(quietDays)
  put(rows, 'app.consents', {
    ...owner,
    id: consentId,
    purpose: 'REFERRAL',
    partnerCode: partner,
    service,
    status: consentStatus,
    giver: 'SELF',
    wordingVersion: '2014-01',
    legalBasis: 'CONSENT',
    facts: ['givenName'],
    givenAt: daysBefore(30),
    withdrawnAt: consentStatus === 'WITHDRAWN' ? moved : null,
    recordedBy: leadId,
    keyId,
    detail: nothing,
    version: 1,
  })
  put(rows, 'app.referrals', {
    ...owner,
    id,
    partnerCode: partner,
    service,
    priority: referral.priority ?? 'NORMAL',
    state,
    authorId: leadId,
    consentId,
    facts: ['givenName'],
    withoutName: false,
    emergencyPath: false,
    keyId,
    payloadHash: nothing,
    approvedHash: nothing,
    sentAt: sent ? daysBefore(quietDays + 2) : null,
    lastVerb: 'start',
    lastParty: 'team',
    lastChannel: 'APP',
    lastAt: moved,
    version: 1,
  })
  for (const stage of [1, 2] as const) {
    const shareId = part(id, `share ${stage}`)
    const { row, key } = mintKey({ scope: 'SHARE', shareId, ...owner })
    put(rows, 'vault.keys', { caseId: null, compartment: null, ...row, id: row.id })
    put(rows, 'app.shares', {
      ...owner,
      id: shareId,
      referralId: id,
      partnerCode: partner,
      consentId,
      stage,
      keyId: row.id,
      payload: seal(key, { table: 'app.shares', column: 'payload', row: shareId }, '{}'),
      sealedAt: moved,
      endedAt: sharesEnded ? moved : null,
    })
  }
  put(rows, 'app.referral_messages', {
    id: part(id, 'message'),
    referralId: id,
    at: moved,
    authorId: leadId,
    party: 'team',
    keyId,
    body: nothing,
  })
  put(rows, 'app.verifications', {
    referralId: id,
    received: 'YES',
    satisfied: 'YES',
    harm: 'NO',
    askedOn: '2014-06-20',
    askedBy: leadId,
    keyId,
    note: nothing,
  })
}
