import type { TransactionSql } from 'postgres'
import { correctionPlace } from '@/lib/casework/cases/note-place'
import { type OpenKey, seal } from '@/lib/platform/vault/seal'
import { PUT_RIGHT, type PutRight, WAITS_TO_OPEN } from '../demo/put-right'
import { idOf } from '../demo/random'
import { type CaseFile, ownerOf } from '../demo/records'
import { beginningOf } from '../demo/returns'
import { insertRows } from './bulk'
import { helpRow } from './help'

/**
 * What somebody wrote wrongly and put right, for a newcomer to meet: a line of help, a note, a document; and sealed notes that one
 * person asked to open to a colleague, where the second word is awaited.
 */
export async function insertPutRight(
  tx: TransactionSql,
  files: readonly CaseFile[],
  teamKeys: ReadonlyMap<string, OpenKey>,
): Promise<void> {
  const byBeginning = new Map(files.map((file) => [beginningOf(file.case.code), file]))
  for (const told of PUT_RIGHT) {
    const file = byBeginning.get(told.of)
    const key = file && teamKeys.get(file.case.id)
    if (!file || !key) continue
    await wrongHelp(tx, file, told)
    await correctedNote(tx, { file, key, told })
    await withdrawnDocument(tx, { file, key, told })
  }
  const file = byBeginning.get(WAITS_TO_OPEN.of)
  if (file) await waitingOpening(tx, file)
}

/** The wrong line, ended the same evening; the right one is the line that the case is told with, so that no figure moves. */
async function wrongHelp(tx: TransactionSql, file: CaseFile, { of, help }: PutRight): Promise<void> {
  const right = file.assistance.find(({ service }) => service === help.service)
  if (!right) throw new Error(`${of} is told no ${help.service}`)
  const wrong = { ...right, id: idOf(`${of} wrong help`), quantity: help.wrote }
  await insertRows(tx, 'app.assistance', [
    {
      ...ownerOf(file),
      ...helpRow(file, wrong),
      endedAt: `${right.on}T16:40:00Z`,
      endedBy: right.byId,
      endedReason: 'QUANTITY',
      replacedBy: right.id,
    },
  ])
}

type One = { file: CaseFile; key: OpenKey; told: PutRight }

async function correctedNote(tx: TransactionSql, { file, key, told }: One): Promise<void> {
  const note = file.notes.findLast(({ compartment }) => compartment === 'TEAM')
  if (!note) throw new Error(`${told.of} is told no note`)
  const id = idOf(`${told.of} corrected note`)
  await insertRows(tx, 'app.note_changes', [
    {
      ...ownerOf(file),
      id,
      noteId: note.id,
      compartment: 'TEAM',
      version: 2,
      kind: 'CORRECTED',
      reason: 'LEARNT_SINCE',
      changedBy: note.byId,
      changedAt: told.on,
      keyId: key.id,
      body: seal(key, correctionPlace(id), `${note.text} ${told.added}`),
    },
  ])
}

async function withdrawnDocument(tx: TransactionSql, { file, key, told }: One): Promise<void> {
  const day = told.on.slice(0, 10)
  await insertRows(tx, 'app.documents', [
    {
      ...ownerOf(file),
      id: idOf(`${told.of} withdrawn document`),
      kind: told.document,
      reader: 'TEAM',
      format: 'JPEG',
      size: 214_300,
      madeOn: day,
      agreed: false,
      keyId: key.id,
      addedBy: file.case.leadId,
      addedAt: `${day}T09:10:00Z`,
      withdrawal: 'WRONG_CASE',
      withdrawnBy: file.case.leadId,
      withdrawnAt: told.on,
    },
  ])
}

async function waitingOpening(tx: TransactionSql, file: CaseFile): Promise<void> {
  const { of, colleague, joined, asked } = WAITS_TO_OPEN
  const { leadId, id: caseId } = file.case
  const [to] = await tx<
    { id: string; role: string }[]
  >`select id, role from access.users where name = ${colleague}`
  if (!to) throw new Error(`nobody is called ${colleague}`)
  await insertRows(tx, 'app.case_members', [{ caseId, userId: to.id, capacity: 'MEMBER', since: joined }])
  await insertRows(tx, 'app.key_openings', [
    {
      ...ownerOf(file),
      id: idOf(`${of} opening`),
      compartment: to.role,
      toUser: to.id,
      reason: 'TOGETHER',
      askedBy: leadId,
      askedAs: 'DISCIPLINE',
      askedAt: asked,
    },
  ])
}
