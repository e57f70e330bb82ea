import type { TransactionSql } from 'postgres'
import { label } from '@/lib/base/codes/codes'
import { sealedPieces } from '@/lib/casework/documents/pieces'
import { pictureAnew } from '@/lib/platform/files/picture'
import { mintKey } from '@/lib/platform/vault/keys'
import type { OpenKey } from '@/lib/platform/vault/seal'
import { cardPicture, type Paper, paperPdf, papersOf } from '../demo/papers'
import { planned } from '../demo/plans'
import { idOf } from '../demo/random'
import { type CaseFile, ownerOf } from '../demo/records'
import { insertRows } from './bulk'

/** Papers of the told cases, sealed as by hand: the team's with the team's key, the others with a key of their own. */
export async function insertDocuments(
  tx: TransactionSql,
  files: readonly CaseFile[],
  teamKeys: ReadonlyMap<string, OpenKey>,
): Promise<void> {
  const card = await pictureAnew(await cardPicture())
  for (const [index, { file, plan }] of planned(files).entries()) {
    const teamKey = teamKeys.get(file.case.id)
    if (!teamKey) continue
    for (const paper of papersOf(index))
      await insertPaper(tx, { file, paper, teamKey, day: plan.goals[0]?.agreedOn ?? '', card })
  }
}

type One = {
  file: CaseFile
  paper: Paper
  teamKey: OpenKey
  day: string
  card: { body: Buffer; small: Buffer }
}

async function insertPaper(tx: TransactionSql, { file, paper, teamKey, day, card }: One): Promise<void> {
  const { leadId, code } = file.case
  const { kind, reader, format, original } = paper
  const owner = ownerOf(file)
  const id = idOf(`${code} document ${kind}`)
  const own = reader === 'LEAD' ? mintKey({ scope: 'DOCUMENT', documentId: id, ...owner }) : undefined
  const key = own?.key ?? teamKey
  const body = format === 'JPEG' ? card.body : paperPdf(plain(label('document_kind', kind, 'fr')))
  if (own) await insertRows(tx, 'vault.keys', [own.row])
  await insertRows(tx, 'app.documents', [
    {
      ...owner,
      id,
      kind,
      reader,
      format,
      size: body.length,
      madeOn: day,
      agreed: false,
      keyId: key.id,
      addedBy: leadId,
      addedAt: `${day}T11:00:00Z`,
      originalPlace: original ?? null,
    },
  ])
  const pieces = [
    ...sealedPieces(key, id, 'BODY', body),
    ...(format === 'JPEG' ? sealedPieces(key, id, 'THUMB', card.small) : []),
  ]
  await insertRows(
    tx,
    'app.document_pieces',
    pieces.map((piece) => ({ ...piece, documentId: id })),
  )
}

/** Letters of a plain typeface. */
const plain = (text: string): string => text.normalize('NFKD').replace(/[^\x20-\x7e]/g, '')
