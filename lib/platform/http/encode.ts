import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib'

export interface Encoded {
  readonly body: Buffer
  readonly encoding?: 'br' | 'gzip'
}

/** Below this many bytes the encoding header costs about what compression saves. */
const WORTH_IT = 200

/** Symbols of the header that are read: browsers send thirty. */
const LONGEST = 200

/** The encoding to answer with; `q=0` means refused. Brotli first: smaller at the same time spent. */
export function preferred(accept: string | undefined): 'br' | 'gzip' | undefined {
  const offers = (accept ?? '')
    .slice(0, LONGEST)
    .toLowerCase()
    .split(',')
    .map((offer) => offer.split(';').map((part) => part.trim()))
  const takes = (name: string) => offers.some(([n, q]) => n === name && !/^q=0(\.0*)?$/.test(q ?? ''))
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : undefined
}

/**
 * Compresses a page of some kB on the spot. Not in the thread pool: password hashing fills it, and pages must
 * not wait for logins.
 */
export function encode(text: string, accept: string | undefined): Encoded {
  const body = Buffer.from(text)
  const encoding = body.length < WORTH_IT ? undefined : preferred(accept)
  if (encoding === 'br') return { encoding, body: brotliCompressSync(body, brotliFor(body.length)) }
  if (encoding === 'gzip') return { encoding, body: gzipSync(body, { level: 6 }) }
  return { body }
}

function brotliFor(size: number) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN } = zlib
  return { params: { [BROTLI_PARAM_QUALITY]: 5, [BROTLI_PARAM_SIZE_HINT]: size, [BROTLI_PARAM_LGWIN]: 18 } }
}
