import type { TransactionSql } from 'postgres'
import { pressingDue } from '@/lib/casework/cases/due'
import { notePlace } from '@/lib/casework/cases/note-place'
import { consentPlace } from '@/lib/casework/consents/detail'
import { meetsPerson } from '@/lib/casework/followups/rhythm'
import { type Compartment, mintKey } from '@/lib/platform/vault/keys'
import { type OpenKey, seal, sealJson } from '@/lib/platform/vault/seal'
import { type CaseFile, officeOf, ownerOf } from '../demo/records'
import { insertRows, type SeedRow } from './bulk'
import { helpRow } from './help'
import { personRows } from './people'
import { ratingRows, restrictionRows } from './ratings'
import { tokenRows } from './tokens'

/** Rows of many case files, table by table, sealed and ready to insert. */
export type FileRows = Record<
  | 'cases'
  | 'members'
  | 'keys'
  | 'people'
  | 'tokens'
  | 'restricted'
  | 'ratings'
  | 'restrictions'
  | 'consents'
  | 'confirmations'
  | 'assistance'
  | 'holders'
  | 'notes',
  SeedRow[]
> & {
  teamKeys: Map<string, OpenKey>
}

export const noRows = (): FileRows => ({
  cases: [],
  members: [],
  keys: [],
  people: [],
  tokens: [],
  restricted: [],
  ratings: [],
  restrictions: [],
  consents: [],
  confirmations: [],
  assistance: [],
  holders: [],
  notes: [],
  teamKeys: new Map(),
})

/** Adds one file's rows. Its referrals come later: they are moved through their history by the triggers. */
export function addFile(rows: FileRows, file: CaseFile, now: Date): void {
  const { case: record } = file
  const owner = ownerOf(file)
  const keyOf = compartments(rows, owner)
  const team = keyOf('TEAM')
  rows.teamKeys.set(record.id, team)
  rows.cases.push(caseRow(file, now))
  rows.members.push(...memberRows(file))
  rows.people.push(...personRows(file, team))
  rows[record.sensitivity === 'S4' ? 'restricted' : 'tokens'].push(...tokenRows(file))
  rows.ratings.push(...ratingRows(file))
  rows.restrictions.push(...restrictionRows(file))
  for (const consent of file.consents) {
    const { witness, partner, recordedById, confirmed, ...plain } = consent
    rows.consents.push({
      ...owner,
      ...plain,
      partnerCode: partner,
      expiresOn: consent.expiresOn ?? null,
      withdrawnAt: consent.withdrawnAt ?? null,
      recordedBy: recordedById,
      keyId: team.id,
      detail: sealJson(team, consentPlace(consent.id), { witness }),
    })
    if (confirmed) rows.confirmations.push({ ...owner, ...confirmationRow(consent.id, confirmed) })
  }
  rows.assistance.push(...file.assistance.map((line) => ({ ...owner, ...helpRow(file, line) })))
  rows.holders.push(...holderRows(file, owner, keyOf))
  for (const note of file.notes) {
    const key = keyOf(note.compartment)
    rows.notes.push({
      ...owner,
      id: note.id,
      compartment: note.compartment,
      writtenBy: note.byId,
      writtenAt: note.at,
      keyId: key.id,
      body: seal(key, notePlace(note.id), note.text),
    })
  }
}

/** Cases first, without their alert: cases point at alerts and alerts at cases. */
export async function insertFileRows(tx: TransactionSql, rows: FileRows): Promise<void> {
  await insertRows(
    tx,
    'app.cases',
    rows.cases.map((row) => ({ ...row, alertId: null })),
  )
  await insertRows(tx, 'app.case_members', rows.members)
  await insertRows(tx, 'vault.keys', rows.keys)
  await insertRows(tx, 'vault.key_holders', rows.holders)
  await insertRows(tx, 'app.people', rows.people)
  await insertRows(tx, 'app.name_tokens', rows.tokens)
  await insertRows(tx, 'app.restricted_tokens', rows.restricted)
  await insertRows(tx, 'app.case_proposals', rows.ratings)
  await insertRows(tx, 'app.case_restrictions', rows.restrictions)
  await insertRows(tx, 'app.consents', rows.consents)
  await insertRows(tx, 'app.consent_confirmations', rows.confirmations)
  await insertRows(tx, 'app.assistance', rows.assistance)
  await insertRows(tx, 'app.notes', rows.notes)
}

/** Whoever wrote sealed notes and is on the case holds the key of their discipline. */
function holderRows(
  { notes, case: { leadId } }: CaseFile,
  owner: Owner,
  keyOf: (compartment: Compartment) => OpenKey,
): SeedRow[] {
  const sealed = notes.filter(({ compartment, byId }) => compartment !== 'TEAM' && byId === leadId)
  const first = new Map(sealed.toReversed().map((note) => [note.compartment, note]))
  return [...first.values()].map(({ compartment, byId, at }) => ({
    ...owner,
    keyId: keyOf(compartment).id,
    userId: byId,
    since: at,
    compartment,
  }))
}

const confirmationRow = (consentId: string, { byId, at }: { byId: string; at: string }): SeedRow => ({
  consentId,
  says: 'YES',
  byId,
  byRole: 'SUPERVISOR',
  at,
})

type Owner = { caseId: string; officeId: string; sensitivity: string }

function compartments(rows: FileRows, owner: Owner) {
  const minted = new Map<string, OpenKey>()
  return (compartment: Compartment): OpenKey => {
    const known = minted.get(compartment)
    if (known) return known
    const { key, row } = mintKey({ scope: 'CASE', compartment, ...owner })
    rows.keys.push(row)
    minted.set(compartment, key)
    return key
  }
}

function caseRow(file: CaseFile, now: Date): SeedRow {
  const { case: record } = file
  const acted = firstAction(file)
  const due = pressingDue(
    {
      state: record.state,
      closureReason: record.closureReason ?? null,
      risk: record.risk,
      openedAt: new Date(record.openedAt),
      registeredAt: record.registeredAt ? new Date(record.registeredAt) : null,
      firstActionAt: acted ? new Date(acted) : null,
      lastContactOn: lastContact(file),
    },
    now,
  )
  return {
    id: record.id,
    code: record.code,
    officeId: officeOf(file),
    sensitivity: record.sensitivity,
    // Where it is told what the team said, the machine moves it afterwards.
    state: record.closing ? 'OPEN' : record.state,
    risk: record.risk,
    leadId: record.leadId,
    openedBy: record.openedById,
    openedAt: record.openedAt,
    registeredAt: record.registeredAt,
    closedAt: record.closedAt ?? null,
    closureReason: record.closing ? null : (record.closureReason ?? null),
    source: record.source,
    flowPoint: record.flowPoint,
    cercle: record.cercle,
    alertId: record.alertId,
    lastContactOn: lastContact(file),
    firstActionAt: acted,
    nextDueAt: due?.at.toISOString() ?? null,
    nextDueKind: due?.kind ?? null,
    version: 1,
  }
}

/** When something was first done for the person: help given, an emergency sent, or a partner's yes. */
function firstAction({ case: { openedAt }, assistance, referrals }: CaseFile): string | null {
  const begun = referrals.flatMap(({ events }) =>
    events.filter(({ verb }) => verb === 'accept' || verb === 'send-emergency').map(({ at }) => at),
  )
  const helped = assistance.map(({ on }) => [`${on}T12:00:00.000Z`, openedAt].sort().at(-1) ?? openedAt)
  return [...begun, ...helped].sort()[0] ?? null
}

/** The last day somebody of ours met or heard the person: consent, assistance, note or follow-up. */
function lastContact({ consents, assistance, notes, followUps = [] }: CaseFile): string | null {
  const days = [
    ...followUps.filter(({ type }) => meetsPerson(type)).map((row) => row.on),
    ...consents.map((row) => row.givenAt),
    ...assistance.map((row) => row.on),
    ...notes.map((row) => row.at),
  ]
  return (
    days
      .map((day) => day.slice(0, 10))
      .sort()
      .at(-1) ?? null
  )
}

function memberRows({ case: record }: CaseFile): SeedRow[] {
  const row = (userId: string, capacity: string) => ({
    caseId: record.id,
    userId,
    capacity,
    since: record.openedAt,
  })
  return [
    row(record.leadId, 'LEAD'),
    ...record.memberIds.map((id) => row(id, 'MEMBER')),
    ...record.namedSupervisorIds.map((id) => row(id, 'NAMED_SUPERVISOR')),
  ]
}
