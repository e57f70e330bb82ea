/** Bytes of one file, as it comes and as it is kept. */
export const FILE_LIMIT = 10_000_000
/** Bytes of one piece, before it is sealed. */
export const PIECE = 262_144
/** Pixels of a picture at most: twice what the cameras of phones make; a bomb has thousands of times more. */
export const MOST_PIXELS = 50_000_000
/** Pixels of one side. */
export const LONGEST_SIDE = 16_000
/** Pixels of the longer side of a picture as it is kept, and of its small one. */
export const KEPT_SIDE = 2400
export const SMALL_SIDE = 240

/** How many pieces so many bytes are. */
export const piecesOf = (size: number): number => Math.ceil(size / PIECE)
