import type { SignedIn } from '../actors'
import { root } from '../database'
import { insertCases } from './case-rows'
import { ordinaryCase } from './walk'

/** An ordinary case of this lead, with its members; a restricted one names the supervisor. */
export async function ledCase(
  lead: SignedIn,
  supervisor: SignedIn,
  { sensitivity = 'S3', members = [] }: { sensitivity?: 'S3' | 'S4'; members?: SignedIn[] } = {},
) {
  const spec = ordinaryCase(lead.id, [])
  const named = sensitivity === 'S4' ? [{ userId: supervisor.id, capacity: 'NAMED_SUPERVISOR' as const }] : []
  const others = members.map(({ id }) => ({ userId: id, capacity: 'MEMBER' as const }))
  await insertCases([{ ...spec, sensitivity, members: [...spec.members, ...others, ...named] }])
  const [row] = await root()`select code, version from app.cases where id = ${spec.id}`
  return { id: spec.id, code: String(row?.code), version: Number(row?.version) }
}
export type LedCase = Awaited<ReturnType<typeof ledCase>>

export const leadOf = async (id: string) =>
  (await root()`select lead_id as lead from app.cases where id = ${id}`)[0]?.lead
