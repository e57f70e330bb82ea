import { insist } from './problems'

const TAGS = 'OpusTags'
const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value >>> 0
})

/** The sum of a page, its own place counted as nothing. */
export function sumOf(page: Buffer): number {
  let sum = 0
  for (let at = 0; at < page.length; at += 1) {
    const byte = at >= 22 && at < 26 ? 0 : (page[at] ?? 0)
    sum = ((sum << 8) ^ (CRC[((sum >>> 24) ^ byte) & 255] ?? 0)) >>> 0
  }
  return sum
}

type Page = { bytes: Buffer; body: Buffer; lacing: Buffer }

/**
 * An Opus recording with its words blanked in their place. Refuses what is no chain of true pages of one stream to the last byte, and
 * any other sound in the same container.
 */
export function oggAnew(bytes: Buffer): Buffer {
  const made = Buffer.from(bytes)
  const pages = pagesOf(made)
  const [first, ...rest] = pages
  insist(first?.body.toString('latin1', 0, 8) === 'OpusHead' && first.body.length >= 19, 'sound-broken')
  insist(rest[0]?.body.toString('latin1', 0, 8) === TAGS && rest.length >= 2, 'sound-broken')
  blankTags(rest)
  return made
}

function pagesOf(bytes: Buffer): Page[] {
  const pages: Page[] = []
  let at = 0
  while (at < bytes.length) {
    insist(bytes.toString('latin1', at, at + 5) === 'OggS\0' && at + 27 <= bytes.length, 'sound-broken')
    const lacing = bytes.subarray(at + 27, at + 27 + (bytes[at + 26] ?? 0))
    const from = at + 27 + lacing.length
    const to = from + lacing.reduce((sum, one) => sum + one, 0)
    insist(to <= bytes.length, 'sound-broken')
    const page = bytes.subarray(at, to)
    insist(page.readUInt32LE(22) === sumOf(page), 'sound-broken')
    insist(page.readUInt32LE(14) === bytes.readUInt32LE(14), 'sound-broken')
    pages.push({ bytes: page, body: bytes.subarray(from, to), lacing })
    at = to
  }
  return pages
}

/** The packet of words begins the second page and ends with the first lacing value below 255. */
function blankTags(pages: readonly Page[]): void {
  let begun = TAGS.length
  for (const { bytes, body, lacing } of pages) {
    const last = lacing.findIndex((one) => one < 255)
    const length = lacing.subarray(0, last < 0 ? lacing.length : last + 1).reduce((sum, one) => sum + one, 0)
    body.fill(0, Math.min(begun, length), length)
    bytes.writeUInt32LE(sumOf(bytes), 22)
    begun = 0
    if (last >= 0) return
  }
}
