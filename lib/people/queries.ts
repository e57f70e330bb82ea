import { asc, eq } from 'drizzle-orm'
import { people } from '../db/schema'
import { openKeys } from '../vault/keys'
import { unsealJson } from '../vault/seal'
import type { Ctx } from '../write/verb'
import { type Identity, identityPlace, noIdentity } from './identity'

type Row = typeof people.$inferSelect
/** A person of a case with the sealed part opened; `identity` is empty where the key is out of reach. */
export type PersonView = Omit<Row, 'keyId' | 'identity'> & { identity: Identity }

/** Everybody in a case, the person it is about first. Two statements: rows, keys. */
export async function peopleOf({ tx }: Pick<Ctx, 'tx'>, caseId: string): Promise<PersonView[]> {
  const rows = await tx
    .select()
    .from(people)
    .where(eq(people.caseId, caseId))
    .orderBy(asc(people.standing), asc(people.birthYear), asc(people.id))
  const keys = await openKeys(
    tx,
    rows.map((row) => row.keyId),
  )
  const views = rows.map(({ keyId, identity, ...plain }) => {
    const key = keys.get(keyId)
    const opened = key ? unsealJson<Identity>(key, identityPlace(plain.id), identity) : noIdentity
    return { ...plain, identity: { ...noIdentity, ...opened } }
  })
  return views.toSorted((a, b) => Number(b.standing === 'PRINCIPAL') - Number(a.standing === 'PRINCIPAL'))
}

export const principalOf = (views: readonly PersonView[]): PersonView | undefined =>
  views.find((view) => view.standing === 'PRINCIPAL')
