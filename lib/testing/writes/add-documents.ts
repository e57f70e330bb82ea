import type { TransactionSql } from 'postgres'
import { part } from '../factories/rows'
import type { OneCase, WriteWorld } from './world'

/** One document of each seal stands in every case. */
export const DOCUMENT_READERS = ['TEAM', 'PSYCHOLOGIST', 'LEAD'] as const

type Case = OneCase | WriteWorld['other']

/** Whoever of the team joined last: not the lead, where there is somebody else. */
export const authorOf = ({ members }: Pick<Case, 'members'>): string => {
  const last = members.findLast(({ capacity, ended }) => capacity !== 'NAMED_SUPERVISOR' && !ended)
  if (!last) throw new Error('a case without a team')
  return last.userId
}

export async function addDocuments(tx: TransactionSql, one: Case): Promise<void> {
  const { id: caseId, officeId, sensitivity } = one
  for (const reader of DOCUMENT_READERS) {
    const id = part(caseId, `document ${reader}`)
    await tx`insert into app.documents (id, case_id, office_id, sensitivity, kind, reader, format, size, agreed, key_id, added_by, original_place)
      values (${id}, ${caseId}, ${officeId}, ${sensitivity}, ${reader === 'TEAM' ? 'RECEIPT' : 'MEDICAL'}, ${reader}, 'PDF', 10, false, coalesce(
        (select n.key_id from app.notes n where n.id = ${part(caseId, `note ${reader}`)}), ${part(id, 'key')}),
        ${authorOf(one)}, null)`
    await tx`insert into app.document_pieces (document_id, part, n, sealed) values (${id}, 'BODY', 0, decode(repeat('00', 40), 'hex'))`
    if (reader === 'LEAD')
      await tx`insert into vault.keys (id, scope, case_id, office_id, sensitivity, document_id, wrapped)
        values (${part(id, 'key')}, 'DOCUMENT', ${caseId}, ${officeId}, ${sensitivity}, ${id}, '')`
  }
  for (const { id: referral } of one.referrals) await addPaperAlong(tx, one, referral)
}

/** A paper with a key of its own that goes along with a referral. */
async function addPaperAlong(tx: TransactionSql, one: Case, referral: string): Promise<void> {
  const { id: caseId, officeId, sensitivity } = one
  const [id, key] = [part(referral, 'paper'), part(referral, 'paper key')]
  await tx`insert into vault.keys (id, scope, case_id, office_id, sensitivity, document_id, wrapped)
    values (${key}, 'DOCUMENT', ${caseId}, ${officeId}, ${sensitivity}, ${id}, '')`
  await tx`insert into app.documents (id, case_id, office_id, sensitivity, kind, reader, format, size, agreed, key_id, added_by)
    values (${id}, ${caseId}, ${officeId}, ${sensitivity}, 'MEDICAL', 'TEAM', 'PDF', 10, false, ${key}, ${authorOf(one)})`
  await tx`insert into app.document_pieces (document_id, part, n, sealed) values (${id}, 'BODY', 0, decode(repeat('00', 40), 'hex'))`
  await tx`insert into app.share_papers (share_id, n, document_id)
    select s.id, 1, ${id}::uuid from app.shares s where s.referral_id = ${referral} and s.stage = 2`
}
