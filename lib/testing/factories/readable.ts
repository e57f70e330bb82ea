import { type Identity, identityPlace, noIdentity } from '@/lib/casework/people/identity'
import { unwrap } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { root } from '../database'

/** Gives a case of the factory contents that open: its people with this identity, and no notes. */
export async function makeReadable(caseId: string, identity: Partial<Identity> = {}): Promise<void> {
  const [key] = await root()<{ id: string; wrapped: Buffer }[]>`select id, wrapped from vault.keys
    where case_id = ${caseId} and compartment = 'TEAM'`
  if (!key) throw new Error('a case without a key')
  const people = await root()<{ id: string }[]>`select id from app.people where case_id = ${caseId}`
  for (const { id } of people) {
    const sealed = sealJson(unwrap(key), identityPlace(id), { ...noIdentity, ...identity })
    await root()`update app.people set identity = ${sealed}, key_id = ${key.id} where id = ${id}`
  }
  await root()`delete from app.notes where case_id = ${caseId}`
}
