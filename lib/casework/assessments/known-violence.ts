import { type SQL, sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { assessments, incidentAnswers } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { unwrap } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import type { Answers } from './instrument'
import { answersPlace } from './sealed'
import { within } from './within'

/** The newest answers about one act of violence, as far as this reader's keys open them. */
export type ViolenceJson = {
  id: string
  version: number
  finished: boolean
  keyId: string | null
  wrapped: string | null
  body: string | null
}

/** Every act of violence that was assessed on a case, as one JSON column of another statement. */
export const violenceJson = (actor: Actor, caseId: string): SQL =>
  sql`(select json_agg(json_build_object('id', ${assessments.id}, 'version', ${assessments.version}, 'finished', ${assessments.finishedAt} is not null,
      'keyId', k.id, 'wrapped', encode(k.wrapped, 'base64'), 'body', encode(s.body, 'base64')))
    from ${assessments} left join (${incidentAnswers} s join vault.keys k on k.id = s.key_id)
      on s.assessment_id = ${assessments.id} and s.version = ${assessments.version} and s.part = 'INCIDENT'
    where ${assessments.caseId} = ${caseId} and ${assessments.instrument} = 'GBV_INCIDENT' and ${within(actor)})`

/**
 * Of which types the violence was, where this reader opens every one of the assessments and each is finished: part of the truth
 * would leave out what another act asks for. Nothing otherwise, as for somebody who may not know.
 */
export function knownViolence(rows: readonly ViolenceJson[] | null): string[] {
  const types = (rows ?? []).map(typeIn)
  return types.some((type) => type === undefined) ? [] : types.flatMap((type) => type ?? [])
}

function typeIn({ id, version, finished, keyId, wrapped, body }: ViolenceJson): string | undefined {
  if (!finished || !keyId || !wrapped || !body) return undefined
  const key = unwrap({ id: keyId, wrapped: Buffer.from(wrapped, 'base64') })
  const place = answersPlace(true, { id, version, part: 'INCIDENT' })
  const { gb_type: type } = unsealJson<Answers>(key, place, Buffer.from(body, 'base64'))
  return typeof type === 'string' && type !== '' ? type : undefined
}

/** The same for a verb. One statement. */
export async function violenceOf({ tx, actor }: Ctx, caseId: string): Promise<string[]> {
  const [row] = await tx.execute<{ found: ViolenceJson[] | null }>(
    sql`select ${violenceJson(actor, caseId)} as found`,
  )
  return knownViolence(row?.found ?? null)
}
