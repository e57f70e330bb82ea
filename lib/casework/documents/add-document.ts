import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { onCase } from '@/lib/casework/cases/on-case'
import { mayWorkOn } from '@/lib/casework/cases/policy'
import { type CaseRow, caseInReach } from '@/lib/casework/cases/scope'
import { answered, onlyAfterYes } from '@/lib/casework/consents/said-yes'
import { isCaseworker } from '@/lib/platform/access/roles'
import type { CheckedFile, FileIn } from '@/lib/platform/files/check'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { type Compartment, caseKey, mintKey } from '@/lib/platform/vault/keys'
import { documentForm } from './form'
import { sealedPieces } from './pieces'
import { dropUpload } from './uploads'
import { withdraw } from './withdraw-document'

/** Why a file is not kept; nothing where it is. One that never arrived whole is asked for again. */
const problemOf = (file: FileIn | undefined) => {
  if (!file) return 'not-arrived'
  return 'problem' in file ? file.problem : undefined
}

/** A file that is not taken is not kept either, except where it only has to wait. */
async function refused(ctx: Ctx, upload: string): Promise<{ file: string } | undefined> {
  const problem = problemOf(ctx.file)
  if (!problem) return undefined
  if (upload && problem !== 'busy') await dropUpload(ctx, upload)
  return { file: problem }
}

/** A paper, a picture or a recording of a case, sealed for the team, one's own discipline, or oneself and the lead. */
export const addDocument = verb({
  ...onCase,
  name: 'document.add',
  form: documentForm,
  page: ({ code }, { replaces }) => `/cases/${code}/documents${replaces ? `/${replaces}/replace` : ''}`,
  scope: async (ctx, { code }) => {
    const found = await caseInReach(ctx, code, true)
    return found && { ...found, yes: await answered(ctx, found.record) }
  },
  policy: (actor, reach) => onlyAfterYes(mayWorkOn(actor, reach), reach.yes),
  // A file that is refused says so together with what else is missing.
  doubts: async (ctx, _, { upload }) => (ctx.file ? ((await refused(ctx, upload)) ?? {}) : {}),
  apply: async (ctx, { record }, values) => {
    const { actor, file } = ctx
    const no = await refused(ctx, values.upload)
    if (no || !file || !('file' in file)) return { invalid: no ?? { file: 'not-arrived' } }
    const readers = values.reader === 'OWN' && isCaseworker(actor.role) ? actor.role : values.reader
    if (readers === 'OWN') return { invalid: { reader: 'required' } }
    const id = randomUUID()
    if (!(await store(ctx, record, { id, readers, values, file: file.file }))) return { conflict: true }
    await dropUpload(ctx, values.upload)
    if (values.replaces && !(await withdraw(ctx, values.replaces, { why: 'REPLACED', instead: id })))
      return { conflict: true }
    const { kind } = values
    return {
      location: `/cases/${record.code}/documents?done=document`,
      id,
      detail: { document: id, kind, reader: readers, format: file.file.format, size: file.file.body.length },
    }
  },
})

type Values = { kind: string; agreed: boolean; madeOn: string; original: string }
type Stored = { id: string; readers: Compartment | 'LEAD'; values: Values; file: CheckedFile }

/** The line, then its pieces, each sealed with the key of whoever opens it. */
async function store(ctx: Ctx, record: CaseRow, { id, readers, values, file }: Stored): Promise<boolean> {
  const { tx } = ctx
  const owner = { caseId: record.id, officeId: record.officeId, sensitivity: record.sensitivity }
  const own = readers === 'LEAD' ? mintKey({ scope: 'DOCUMENT', documentId: id, ...owner }) : undefined
  const key = own?.key ?? (await caseKey(tx, owner, readers as Compartment))
  const { kind, madeOn, agreed, original } = values
  const [row] = await tx.execute<{ added: boolean }>(sql`
    select app.add_document(${id}::uuid, ${record.id}::uuid, ${kind}, ${readers}, ${file.format}, ${file.body.length},
      ${madeOn || null}::date, ${agreed}, ${key.id}::uuid, ${own?.row.wrapped ?? null}::bytea, ${original || null}) as added`)
  if (!row?.added) return false
  const pieces = [
    ...sealedPieces(key, id, 'BODY', file.body),
    ...(file.small ? sealedPieces(key, id, 'THUMB', file.small) : []),
  ]
  for (const { part, n, sealed } of pieces)
    await tx.execute(sql`select app.add_document_piece(${id}::uuid, ${part}, ${n}, ${sealed})`)
  return true
}
