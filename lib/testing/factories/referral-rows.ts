import { mintKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { daysBefore, nothing, type Owner, part, put, type Rows } from './rows'

/** A referral as it stands; everything that led there is left out, the trigger only records its arrival. */
export type ReferralSpec = {
  id: string
  partner: string
  service: string
  state: string
  sent: boolean
  /** Casework days since it last moved. */
  quietDays: number
  consentStatus: 'GIVEN' | 'ASSENT' | 'NOT_POSSIBLE' | 'WITHDRAWN' | 'EXPIRED' | 'RUN_OUT'
  sharesEnded: boolean
  priority?: 'EMERGENCY' | 'URGENT' | 'NORMAL'
}

type Placed = { referral: ReferralSpec; owner: Owner; leadId: string; keyId: string }

/** A referral with its consent, both slips and their keys, one message and one check with the person. */
export function addReferral(rows: Rows, placed: Placed): void {
  addConsent(rows, placed)
  addItself(rows, placed)
  for (const stage of [1, 2] as const) addSlip(rows, placed, stage)
  addTalk(rows, placed)
}

function addConsent(rows: Rows, { referral, owner, leadId, keyId }: Placed): void {
  const { id, partner, service, quietDays, consentStatus } = referral
  put(rows, 'app.consents', {
    ...owner,
    id: part(id, 'consent'),
    purpose: 'REFERRAL',
    partnerCode: partner,
    service,
    // Given, and its last day is over: no job has renamed it.
    status: consentStatus === 'RUN_OUT' ? 'GIVEN' : consentStatus,
    expiresOn: consentStatus === 'RUN_OUT' ? '2014-06-29' : null,
    giver: 'SELF',
    wordingVersion: '2014-01',
    legalBasis: 'CONSENT',
    facts: ['givenName'],
    givenAt: daysBefore(30),
    withdrawnAt: consentStatus === 'WITHDRAWN' ? daysBefore(quietDays) : null,
    recordedBy: leadId,
    keyId,
    detail: nothing,
    version: 1,
  })
}

function addItself(rows: Rows, { referral, owner, leadId, keyId }: Placed): void {
  const { id, partner, service, state, sent, quietDays } = referral
  put(rows, 'app.referrals', {
    ...owner,
    id,
    partnerCode: partner,
    service,
    priority: referral.priority ?? 'NORMAL',
    state,
    authorId: leadId,
    consentId: part(id, 'consent'),
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
    lastAt: daysBefore(quietDays),
    version: 1,
  })
}

function addSlip(rows: Rows, { referral, owner }: Placed, stage: 1 | 2): void {
  const { id, partner, quietDays, sharesEnded } = referral
  const moved = daysBefore(quietDays)
  const shareId = part(id, `share ${stage}`)
  const { row, key } = mintKey({ scope: 'SHARE', shareId, ...owner })
  put(rows, 'vault.keys', { caseId: null, compartment: null, ...row, id: row.id })
  put(rows, 'app.shares', {
    ...owner,
    id: shareId,
    referralId: id,
    partnerCode: partner,
    consentId: part(id, 'consent'),
    stage,
    keyId: row.id,
    payload: seal(key, { table: 'app.shares', column: 'payload', row: shareId }, '{}'),
    sealedAt: moved,
    endedAt: sharesEnded ? moved : null,
  })
}

function addTalk(rows: Rows, { referral: { id, quietDays }, leadId, keyId }: Placed): void {
  put(rows, 'app.referral_messages', {
    id: part(id, 'message'),
    referralId: id,
    at: daysBefore(quietDays),
    authorId: leadId,
    party: 'team',
    keyId,
    body: nothing,
  })
  put(rows, 'app.verifications', {
    referralId: id,
    received: 'YES',
    satisfied: 'YES',
    askedOn: '2014-06-20',
    askedBy: leadId,
    keyId,
    note: nothing,
  })
}
