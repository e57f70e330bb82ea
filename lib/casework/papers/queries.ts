import { type SQL, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx } from '@/lib/platform/gate/verb'
import { unwrap } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import { type AppointmentDetail, type PaperKind, paperPlace } from './kinds'
import type { PaperLanguage } from './words'

/** Papers exist for whoever reaches their case. */
const within = (actor: Actor): SQL => inReachedCase(actor, placeOf('p'))

export type PaperLine = {
  id: string
  kind: PaperKind
  language: PaperLanguage
  carry: 'SAFE' | 'NOT_SAFE' | null
  parts: string[]
  by: string
  at: string
  /** Whether this reader may open it: a slip is sealed with a key. */
  opens: boolean
}
export type Paper = PaperLine & {
  code: string
  office: string
  phone: string
  detail: AppointmentDetail | null
}

const line = sql`p.id, p.kind, p.language, p.carry, p.parts, u.name as by, p.printed_at as at, (p.key_id is null or k.id is not null) as opens`

/** What was printed of a case, newest first; a case has some dozens at most. */
export const listPapers = async ({ tx, actor }: Ctx, caseId: string): Promise<PaperLine[]> => [
  ...(await tx.execute<PaperLine>(sql`select ${line} from app.papers p join access.users u on u.id = p.printed_by
      left join vault.keys k on k.id = p.key_id
    where p.case_id = ${caseId} and ${within(actor)} order by p.printed_at desc, p.id limit 50`)),
]

type Row = Omit<Paper, 'detail'> & { detail: Buffer | null; keyId: string; wrapped: Buffer }

/** One paper, with what it was made from. */
export async function paperInReach({ tx, actor }: Ctx, id: string): Promise<Paper | undefined> {
  if (!isUuid(id)) return undefined
  const [row] =
    await tx.execute<Row>(sql`select ${line}, c.code, o.name as office, o.phone, p.detail, p.key_id as "keyId", k.wrapped
    from app.papers p join access.users u on u.id = p.printed_by join app.cases c on c.id = p.case_id
      join access.offices o on o.id = c.office_id left join vault.keys k on k.id = p.key_id
    where p.id = ${id}::uuid and ${within(actor)}`)
  if (!row) return undefined
  const { detail, keyId, wrapped, ...paper } = row
  const opened =
    detail && wrapped
      ? unsealJson<AppointmentDetail>(unwrap({ id: keyId, wrapped }), paperPlace(id), detail)
      : null
  return { ...paper, detail: opened }
}
