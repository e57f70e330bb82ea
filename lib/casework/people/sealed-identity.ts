import { type OpenKey, sealJson, unsealJson } from '@/lib/platform/vault/seal'
import { type Identity, identityPlace, noIdentity } from './identity'

/** Always there, so that a process of the release before finds them; what nobody said of the rest is not written. */
const ALWAYS = ['given', 'family', 'birthDate']

/** What was said of somebody, sealed: each save writes it once, and what stood before once more. */
export function sealIdentity(key: OpenKey, personId: string, identity: Identity): Buffer {
  const said = Object.entries(identity).filter(([part, value]) => ALWAYS.includes(part) || value.length > 0)
  return sealJson(key, identityPlace(personId), Object.fromEntries(said))
}

/** The same opened, every part of it there. Throws where the key or the person is another. */
export const openIdentity = (key: OpenKey, personId: string, sealed: Buffer): Identity => ({
  ...noIdentity,
  ...unsealJson<Partial<Identity>>(key, identityPlace(personId), sealed),
})
