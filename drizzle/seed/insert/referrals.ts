import type { TransactionSql } from 'postgres'
import { checkPlace, draftPlace, messagePlace, sharePlace } from '@/lib/base/addresses/referral-places'
import { ageGroup } from '@/lib/base/codes/ages'
import { dueOf } from '@/lib/casework/referrals/machine/due'
import type { FactSource } from '@/lib/casework/referrals/sharing/fact-values'
import { canonicalPayload, stagePayload } from '@/lib/casework/referrals/sharing/payload'
import { payloadHash } from '@/lib/casework/referrals/sharing/payload-hash'
import { mintKey } from '@/lib/platform/vault/keys'
import { type OpenKey, seal, sealJson } from '@/lib/platform/vault/seal'
import { idOf } from '../demo/random'
import { type CaseFile, ownerOf, type Referral, type ReferralEvent } from '../demo/records'
import { insertRows, type SeedRow } from './bulk'

/** Directory entries by partner, service and office: a draft points at the one it was started towards. */
export type Entries = ReadonlyMap<string, string>
/** Referrals as drafts with what they share, and their moves: the second of each, the third of each, and so on. */
export type ReferralRows = {
  referrals: SeedRow[]
  keys: SeedRow[]
  shares: SeedRow[]
  messages: SeedRow[]
  checks: SeedRow[]
  waves: Move[][]
}

export async function readEntries(tx: TransactionSql): Promise<Entries> {
  const known = await tx<{ place: string; id: string }[]>`
    select partner_code || ' ' || service || ' ' || office_id as place, id from app.directory_entries`
  return new Map(known.map(({ place, id }) => [place, id]))
}

export const noReferrals = (): ReferralRows => ({
  referrals: [],
  keys: [],
  shares: [],
  messages: [],
  checks: [],
  waves: [],
})

type Known = { teamKeys: ReadonlyMap<string, OpenKey>; entries: Entries; now: Date }

/** Adds the referrals of one file, sealed and ready to insert. */
export function addReferrals(rows: ReferralRows, file: CaseFile, { teamKeys, entries, now }: Known): void {
  const key = teamKeys.get(file.case.id)
  if (!key) return
  for (const referral of file.referrals) addReferral(rows, { file, referral, key, now, entries })
}

/** Inserts referrals as drafts, then replays their histories wave by wave: the trigger judges and records each move. */
export async function insertReferrals(tx: TransactionSql, rows: ReferralRows): Promise<void> {
  await insertRows(tx, 'app.referrals', rows.referrals)
  for (const wave of rows.waves) await replay(tx, wave)
  await insertShared(tx, rows)
}

/** What hangs on referrals that stand where their histories led. */
export async function insertShared(tx: TransactionSql, rows: ReferralRows): Promise<void> {
  await insertRows(tx, 'vault.keys', rows.keys)
  await insertRows(tx, 'app.shares', rows.shares)
  await insertRows(tx, 'app.referral_messages', rows.messages)
  await insertRows(tx, 'app.verifications', rows.checks)
  await openTasks(
    tx,
    rows.referrals.map(({ id }) => String(id)),
  )
}

/** What the histories leave to do, with the due date that stands on the row. */
async function openTasks(tx: TransactionSql, ids: readonly string[]): Promise<void> {
  await tx`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
    select case r.state when 'CONTESTED' then 'NOT_CONFIRMED' else 'NEXT_STEP' end, 'referral', r.id, r.case_id,
      r.office_id, r.sensitivity, r.due_at, case r.state when 'CONTESTED' then null else 'ASK_PERSON' end
    from app.referrals r where r.state in ('CONTESTED', 'NOT_ACCESSED') and r.id = any(${ids as string[]})`
  // Since the consent ended, not since the seed: what a trigger opened in this moment says so too.
  await tx`insert into app.tasks as t (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, opened_at)
    select 'AWAIT_DELETION', 'referral', r.id, r.case_id, r.office_id, r.sensitivity, r.last_at + app.setting('withdrawal.deleted'), r.last_at
    from app.referrals r where r.state = 'CONSENT_WITHDRAWN' and r.sent_at is not null and r.partner_deleted_at is null
      and r.id = any(${ids as string[]})
    on conflict (kind, subject_id) where state = 'OPEN' do update set due_at = excluded.due_at, opened_at = excluded.opened_at`
}

type One = { file: CaseFile; referral: Referral; key: OpenKey; now: Date; entries: Entries }

function addReferral(rows: ReferralRows, one: One): void {
  const { file, referral, key } = one
  const owner = ownerOf(file)
  const start = referral.events[0]
  if (!start) return
  const row: SeedRow = {
    ...owner,
    id: referral.id,
    partnerCode: referral.partner,
    service: referral.service,
    priority: referral.priority,
    entryId: one.entries.get(`${referral.partner} ${referral.service} ${owner.officeId}`) ?? null,
    state: 'DRAFT',
    authorId: referral.authorId,
    consentId: referral.events.length > 1 ? referral.consentId : null,
    previousId: referral.previousId,
    facts: referral.facts,
    withoutName: false,
    keyId: key.id,
    draft: sealJson(key, draftPlace(referral.id), {
      reasonText: referral.needText,
      meetingPlace: '',
      askedByPerson: true,
    }),
    emergencyPath: false,
    lastVerb: 'start',
    lastParty: 'team',
    lastChannel: 'APP',
    lastActorId: start.actorId,
    lastAt: start.at,
    payloadHash: null,
    approvedHash: null,
    version: 1,
  }
  rows.referrals.push(row)
  referral.events.slice(1).forEach((event, index) => {
    rows.waves[index] ??= []
    rows.waves[index].push(moveOf(one, event, index + 2))
  })
  if (referral.events.some(({ to }) => to === 'PENDING_APPROVAL' || to === 'SENT'))
    addShares(rows, one, owner, row)
}

/** One move of a referral, in the columns of the statement that replays it. */
export type Move = {
  id: string
  state: string
  version: number
  verb: string
  party: string
  channel: string
  actor: string | null
  at: string
  reason: string | null
  due_at: string | null
  due_kind: string | null
  outcome: string | null
  unserved_follow: string | null
  outcome_on: string | null
  deleted_at: string | null
}

const DAY = 24 * 60 * 60 * 1000
/** What was withdrawn two months ago or longer the agency has deleted since, two days later; of the newest it has yet to say so. */
function deletedAt({ to, at }: ReferralEvent, now: Date): string | null {
  const moment = new Date(at).getTime()
  if (to !== 'CONSENT_WITHDRAWN' || now.getTime() - moment < 60 * DAY) return null
  return new Date(moment + 2 * DAY).toISOString()
}

/** The row after this event, with the due date as it stood when everything up to now had happened. */
function moveOf({ referral, now }: One, event: ReferralEvent, version: number): Move {
  const past = referral.events.slice(0, version).map((one) => ({ ...one, at: new Date(one.at) }))
  const { dueAt, dueKind } =
    version === referral.events.length ? dueOf(referral.priority, past, now) : { dueAt: null, dueKind: null }
  return {
    id: referral.id,
    state: event.to,
    version,
    verb: event.verb,
    party: event.by,
    channel: event.channel,
    actor: event.actorId,
    at: event.at,
    reason: event.reason,
    due_at: dueAt?.toISOString() ?? null,
    due_kind: dueKind,
    outcome: event.verb === 'complete' ? (referral.outcome?.result ?? 'RECEIVED') : null,
    unserved_follow: event.verb === 'close-unserved' ? 'DIRECT_HELP' : null,
    outcome_on: event.verb === 'complete' ? (referral.outcome?.servedOn ?? event.at.slice(0, 10)) : null,
    deleted_at: deletedAt(event, now),
  }
}

async function replay(tx: TransactionSql, wave: readonly Move[]): Promise<void> {
  await tx.unsafe(
    `update app.referrals r set state = e.state, version = e.version, last_verb = e.verb, last_party = e.party,
      last_channel = e.channel, last_actor_id = e.actor, last_at = e.at, reason = e.reason, due_at = e.due_at, due_kind = e.due_kind,
      submitted_at = case when e.verb in ('submit', 'send-emergency') then e.at else r.submitted_at end,
      approved_by = case e.verb when 'approve' then e.actor when 'undo' then null else r.approved_by end,
      approved_at = case e.verb when 'approve' then e.at when 'undo' then null else r.approved_at end,
      sent_at = case when e.verb in ('send', 'send-emergency') then e.at else r.sent_at end,
      emergency_path = r.emergency_path or e.verb = 'send-emergency',
      reviewed_by = case e.verb when 'review' then e.actor else r.reviewed_by end,
      reviewed_at = case e.verb when 'review' then e.at else r.reviewed_at end,
      review_verdict = case e.verb when 'review' then 'JUSTIFIED' else r.review_verdict end,
      answered_at = case when e.verb in ('accept', 'decline') then e.at else r.answered_at end,
      settled_at = case when e.verb in ('complete', 'report-not-accessed') then e.at else r.settled_at end,
      outcome = coalesce(e.outcome, r.outcome), outcome_on = coalesce(e.outcome_on, r.outcome_on),
      unserved_follow = coalesce(e.unserved_follow, r.unserved_follow),
      partner_deleted_at = coalesce(e.deleted_at, r.partner_deleted_at)
    from json_to_recordset($1::text::json) as e(id uuid, state text, version int, verb text, party text, channel text,
      actor uuid, at timestamptz, reason text, due_at timestamptz, due_kind text, outcome text, outcome_on date,
      unserved_follow text, deleted_at timestamptz)
    where r.id = e.id`,
    [JSON.stringify(wave)],
  )
}

type Owner = { caseId: string; officeId: string; sensitivity: string }

function addShares(rows: ReferralRows, { file, referral, key }: One, owner: Owner, row: SeedRow): void {
  const ended =
    referral.events.find(({ to }) => ['CANCELLED', 'CONSENT_WITHDRAWN', 'DECLINED'].includes(to))?.at ?? null
  const sealed = referral.events.find(({ to }) => to === 'PENDING_APPROVAL' || to === 'SENT')
  const source = sourceOf(file, referral)
  const texts: string[] = []
  let messageKey = key
  for (const stage of [1, 2] as const) {
    const id = idOf(`share ${referral.id} ${stage}`)
    const { key: shareKey, row: keyRow } = mintKey({ scope: 'SHARE', shareId: id, ...owner })
    const text = canonicalPayload(stagePayload(stage, source, referral.facts))
    texts.push(text)
    if (stage === 1) messageKey = shareKey
    rows.keys.push(keyRow)
    rows.shares.push({
      ...owner,
      id,
      referralId: referral.id,
      partnerCode: referral.partner,
      consentId: referral.consentId,
      stage,
      keyId: shareKey.id,
      payload: seal(shareKey, sharePlace(id), text),
      sealedAt: sealed?.at ?? null,
      endedAt: ended,
    })
  }
  Object.assign(row, { payloadHash: payloadHash(texts), approvedHash: payloadHash(texts) })
  for (const message of referral.messages)
    rows.messages.push({
      id: message.id,
      referralId: referral.id,
      at: message.at,
      authorId: message.byId,
      party: message.byId === referral.authorId || isTeam(file, message.byId) ? 'team' : 'partner',
      keyId: messageKey.id,
      body: seal(messageKey, messagePlace(message.id), message.text),
    })
  if (referral.check)
    rows.checks.push({
      referralId: referral.id,
      ...referral.check,
      askedBy: referral.authorId,
      keyId: key.id,
      note: seal(key, checkPlace(referral.id), ''),
    })
}

const isTeam = (file: CaseFile, userId: string): boolean =>
  [file.case.leadId, ...file.case.memberIds].includes(userId)

function sourceOf({ case: record }: CaseFile, referral: Referral): FactSource {
  const { person } = record
  const age = Number(record.openedAt.slice(0, 4)) - person.birthYear
  const members = person.household.map((member) => Number(record.openedAt.slice(0, 4)) - member.birthYear)
  return {
    service: referral.service,
    priority: referral.priority,
    sex: person.sex,
    ageBand: ageGroup(age),
    cercle: record.cercle,
    vulnerable: person.specificNeeds.length > 0,
    specificNeeds: person.specificNeeds,
    givenName: person.given,
    familyName: person.family,
    birthDate: person.birthDate,
    birthYear: person.birthYear,
    ageBasis: person.ageBasis,
    motherName: person.motherName,
    phone: person.phone,
    safeContact: person.safeContact,
    languages: person.languages,
    nationalities: [person.nationality],
    displacementStatus: person.displacementStatus,
    originCercle: person.originCercle ?? undefined,
    documentStatus: person.documentStatus,
    household: {
      adults: members.filter((years) => years >= 18).length + (age >= 18 ? 1 : 0),
      children: members.filter((years) => years < 18).length + (age < 18 ? 1 : 0),
    },
    reasonText: referral.needText,
  }
}
