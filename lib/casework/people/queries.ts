import { and, asc, eq } from 'drizzle-orm'
import { people, vaultKeys } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { unwrap } from '@/lib/platform/vault/keys'
import { type Identity, noIdentity } from './identity'
import { openIdentity } from './sealed-identity'
import { within } from './within'

type Row = typeof people.$inferSelect
/** A person of a case with the sealed part opened; `identity` is empty where the key is out of reach. */
export type PersonView = Omit<Row, 'keyId' | 'identity'> & { identity: Identity }

/** Everybody in a case, the person it is about first. One statement: a key out of reach is simply not joined. */
export async function peopleOf({ tx, actor }: Ctx, caseId: string): Promise<PersonView[]> {
  const rows = await tx
    .select({ person: people, wrapped: vaultKeys.wrapped })
    .from(people)
    .leftJoin(vaultKeys, eq(vaultKeys.id, people.keyId))
    .where(and(eq(people.caseId, caseId), within(actor)))
    .orderBy(asc(people.standing), asc(people.birthYear), asc(people.id))
  const views = rows.map(({ person, wrapped }) => personView(person, wrapped))
  return views.toSorted((a, b) => Number(b.standing === 'PRINCIPAL') - Number(a.standing === 'PRINCIPAL'))
}

/** A stored person opened with its wrapped key; without one the sealed part stays empty. */
export function personView({ keyId, identity, ...plain }: Row, wrapped: Buffer | null): PersonView {
  if (!wrapped) return { ...plain, identity: noIdentity }
  const key = unwrap({ id: keyId, wrapped })
  return {
    ...plain,
    identity: openIdentity(key, plain.id, identity),
  }
}

export const principalOf = (views: readonly PersonView[]): PersonView | undefined =>
  views.find((view) => view.standing === 'PRINCIPAL')
