import { type OpenKey, unseal } from '@/lib/platform/vault/seal'

/** What an appointment keeps sealed: where it is, and of one discipline's own what it is and on which assessment it rests. */
export type Sealed = { place: string; kind?: string; sheet?: string }

export const sealedPlace = (row: string) => ({ table: 'app.appointments', column: 'words', row })

type Row = { id: string; kind: string | null; keyId: string; words: Buffer }
/** `neutral`: this reader may not know what it is; then neither where. */
export type Opened = { kind: string | null; place: string; neutral: boolean; sheet: string | null }

/** What a reader may know of it, by the keys they may open. PURE. */
export function opened({ id, kind, keyId, words }: Row, keys: ReadonlyMap<string, OpenKey>): Opened {
  const key = keys.get(keyId)
  if (!key) return { kind, place: '', neutral: kind === null, sheet: null }
  const sealed: Sealed = JSON.parse(unseal(key, sealedPlace(id), words).toString('utf8'))
  const { place, sheet = null } = sealed
  return { kind: kind ?? sealed.kind ?? null, place, neutral: false, sheet }
}
