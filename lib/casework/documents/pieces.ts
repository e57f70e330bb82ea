import { PIECE } from '@/lib/platform/files/limits'
import { type OpenKey, type Place, seal, unseal } from '@/lib/platform/vault/seal'

export type Part = 'BODY' | 'THUMB'

/** Where a piece lies; bound into its seal, so that none takes another's place. */
const pieceOf = (id: string, part: Part, n: number): Place => ({
  table: 'app.document_pieces',
  column: 'sealed',
  row: `${id} ${part} ${n}`,
})
export const uploadPlace = (id: string, n: number): Place => ({
  table: 'app.upload_pieces',
  column: 'sealed',
  row: `${id} ${n}`,
})

/** Bytes cut into pieces, in order; the last is what is left. */
export const cut = (bytes: Buffer): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / PIECE) }, (_, n) =>
    bytes.subarray(n * PIECE, (n + 1) * PIECE),
  )

export type Sealed = { part: Part; n: number; sealed: Buffer }

export const sealedPieces = (key: OpenKey, id: string, part: Part, bytes: Buffer): Sealed[] =>
  cut(bytes).map((piece, n) => ({ part, n, sealed: seal(key, pieceOf(id, part, n), piece) }))

/** The whole again. Throws when a piece is missing, moved or changed. */
export function unsealed(
  key: OpenKey,
  id: string,
  part: Part,
  pieces: readonly Buffer[],
): Buffer<ArrayBuffer> {
  return Buffer.concat(pieces.map((sealed, n) => unseal(key, pieceOf(id, part, n), sealed)))
}

type Piece = { id: string; part: Part; n: number }

/** One piece under another key, in the same place. */
export function resealed(
  { from, to }: { from: OpenKey; to: OpenKey },
  { id, part, n }: Piece,
  sealed: Buffer,
): Buffer {
  const place = pieceOf(id, part, n)
  return seal(to, place, unseal(from, place, sealed))
}
