import type { TransactionSql } from 'postgres'
import { answerPlace, notePlace } from '@/lib/casework/transfers/note-place'
import { mintKey } from '@/lib/platform/vault/keys'
import { type OpenKey, seal } from '@/lib/platform/vault/seal'
import { plusHours } from '../demo/moments'
import { type CaseFile, officeOf, ownerOf } from '../demo/records'
import type { Offer } from '../demo/small-records'
import { insertRows, type SeedRow } from './bulk'

/** Cases that are offered to others: the offer with its word, what waits because of it, and both in the case's history. */
export async function insertOffers(tx: TransactionSql, files: readonly CaseFile[]): Promise<void> {
  const hours = await limits(tx)
  for (const file of files) {
    if (!file.offer) continue
    const { key, row } = mintKey({ scope: 'TRANSFER', transferId: file.offer.id, ...ownerOf(file) })
    await insertRows(tx, 'vault.keys', [row])
    await insertRows(tx, 'app.case_transfers', [transferRow(file, file.offer, key, hours)])
    await insertRows(tx, 'app.tasks', taskRows(file, file.offer, hours))
    await insertRows(tx, 'app.case_events', eventRows(file, file.offer))
  }
}

/** Hours to answer an offer, and to hand out after a yes. */
type Limits = { answer: number; again: number }
async function limits(tx: TransactionSql): Promise<Limits> {
  const [row] = await tx<
    Limits[]
  >`select extract(epoch from app.setting('transfer.answer'))::float / 3600 as answer,
    extract(epoch from app.setting('transfer.again'))::float / 3600 as again`
  if (!row) throw new Error('no setting of transfers')
  return row
}

function transferRow(
  file: CaseFile,
  { id, at, to, yes, ...offer }: Offer,
  key: OpenKey,
  { answer }: Limits,
): SeedRow {
  const { code, leadId } = file.case
  const external = 'partner' in to
  return {
    id,
    ...ownerOf(file),
    code,
    kind: external ? 'EXTERNAL' : 'INTERNAL',
    fromOffice: officeOf(file),
    toOffice: external ? null : to.office,
    partnerCode: external ? to.partner : null,
    consentId: external ? to.consentId : null,
    reason: offer.reason,
    told: 'AGREED',
    offeredBy: leadId,
    offeredAs: 'lead',
    offeredAt: at,
    answerBy: plusHours(at, answer),
    keyId: key.id,
    note: seal(key, notePlace(id), offer.words),
    state: yes ? 'ACCEPTED' : 'OFFERED',
    answeredBy: yes ? leadId : null,
    answeredAt: yes?.at ?? null,
    answerHow: yes?.how ?? null,
    answerOn: yes?.at.slice(0, 10) ?? null,
    answerWords: yes ? seal(key, answerPlace(id), yes.who) : null,
    leftOpen: [],
    version: yes ? 2 : 1,
  }
}

/** The lead's while an answer is awaited; then a supervisor's, who hands the case out. */
function taskRows(file: CaseFile, { at, reason, yes }: Offer, { answer, again }: Limits): SeedRow[] {
  const { id, leadId } = file.case
  const about = { subjectType: 'case', subjectId: id, ...ownerOf(file), reason, openedBy: leadId }
  const waits = {
    ...about,
    kind: 'TRANSFER_WAITS',
    holderId: leadId,
    openedAt: at,
    dueAt: plusHours(at, answer),
    state: yes ? 'DONE' : 'OPEN',
    doneBy: yes ? leadId : null,
    doneAt: yes?.at ?? null,
    outcome: yes ? 'TRANSFER_ACCEPTED' : null,
  }
  if (!yes) return [waits]
  const open = { state: 'OPEN', doneBy: null, doneAt: null, outcome: null }
  return [
    waits,
    {
      ...about,
      ...open,
      kind: 'HAND_OUT',
      holderId: null,
      openedAt: yes.at,
      dueAt: plusHours(yes.at, again),
    },
  ]
}

function eventRows(file: CaseFile, { at, reason, yes }: Offer): SeedRow[] {
  const { id: caseId, leadId: actorId } = file.case
  const event = { caseId, fromState: 'OPEN', toState: 'OPEN', actorId, party: 'lead', reason, version: 1 }
  return [
    { ...event, verb: 'offer-transfer', at },
    ...(yes ? [{ ...event, verb: 'agency-accepts', at: yes.at }] : []),
  ]
}
