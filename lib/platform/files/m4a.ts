import { insist } from './problems'

/** Boxes that hold boxes which are looked into. */
const HOLDS = ['moov', 'trak', 'mdia', 'minf', 'stbl']
const TOP = ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'udta', 'meta', 'uuid', 'pdin']
/** Words, place and maker of a recording. */
const TOLD = ['udta', 'meta', 'uuid', 'free', 'skip']
/** Headers that begin with when something was made and changed. */
const DATED = ['mvhd', 'tkhd', 'mdhd']

type Found = { names: Set<string>; handlers: string[] }

/**
 * A recording in an MP4 file, with what it tells beside the sound blanked in its place (offsets stay true): words, place, maker, times.
 * Refuses what has a picture track, boxes that do not fit, or boxes that no sound needs.
 */
export function m4aAnew(bytes: Buffer): Buffer {
  const made = Buffer.from(bytes)
  const found: Found = { names: new Set(), handlers: [] }
  walk(made, { from: 0, to: made.length, depth: 0 }, found)
  insist(
    ['ftyp', 'moov', 'mdat'].every((name) => found.names.has(name)),
    'sound-broken',
  )
  insist(found.handlers.includes('soun') && found.handlers.every((one) => one === 'soun'), 'sound-broken')
  return made
}

type Span = { from: number; to: number; depth: number }

function walk(bytes: Buffer, { from, to, depth }: Span, found: Found): void {
  let at = from
  while (at < to) {
    insist(at + 8 <= to, 'sound-broken')
    const name = bytes.toString('latin1', at + 4, at + 8)
    const short = bytes.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    insist(at + head <= to, 'sound-broken')
    const size = short === 0 ? to - at : short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short
    insist(size >= head && at + size <= to && (depth > 0 || TOP.includes(name)), 'sound-broken')
    const span = { from: at + head, to: at + size, depth: depth + 1 }
    found.names.add(name)
    if (TOLD.includes(name)) blank(bytes, at, span)
    else if (DATED.includes(name))
      bytes.fill(0, span.from + 4, span.from + (bytes[span.from] === 1 ? 20 : 12))
    else if (name === 'hdlr' && depth === 3)
      found.handlers.push(bytes.toString('latin1', span.from + 8, span.from + 12))
    if (HOLDS.includes(name)) {
      insist(depth < 6, 'sound-broken')
      walk(bytes, span, found)
    }
    at += size
  }
}

function blank(bytes: Buffer, at: number, { from, to }: Span): void {
  bytes.write('free', at + 4, 'latin1')
  bytes.fill(0, from, to)
}
