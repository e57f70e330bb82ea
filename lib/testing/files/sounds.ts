import { sumOf } from '@/lib/platform/files/ogg'

/** Sounds made by code: silence, and words beside it that must not be found afterwards. */

const latin = (text: string) => Buffer.from(text, 'latin1')

/** 417 bytes of silence: MPEG 1, layer III, 128 kbit/s, 44.1 kHz. */
const frame = () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)])

export function id3(words: string): Buffer {
  const body = Buffer.concat([latin('TIT2'), Buffer.from([0, 0, 0, words.length + 1, 0, 0, 0]), latin(words)])
  const size = body.length
  return Buffer.concat([latin('ID3'), Buffer.from([3, 0, 0, 0, 0, (size >> 7) & 127, size & 127]), body])
}
export const mp3 = (words = 'Tessalit'): Buffer =>
  Buffer.concat([id3(words), ...Array.from({ length: 20 }, frame), latin('TAG'), Buffer.alloc(125, words)])

const chunk = (name: string, body: Buffer): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return Buffer.concat([latin(name), size, body])
}
export const wav = (words = 'Tessalit'): Buffer => {
  const format = Buffer.from([1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0])
  const list = Buffer.concat([
    latin('INFOICMT'),
    Buffer.from([8, 0, 0, 0]),
    latin(words.slice(0, 8).padEnd(8)),
  ])
  const body = [latin('WAVE'), chunk('fmt ', format), chunk('LIST', list), chunk('data', Buffer.alloc(1600))]
  return chunk('RIFF', Buffer.concat(body))
}

export const amr = (): Buffer =>
  Buffer.concat([
    latin('#!AMR\n'),
    ...Array.from({ length: 20 }, () => Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31)])),
  ])

export const box = (name: string, ...inside: Buffer[]): Buffer => {
  const body = Buffer.concat(inside)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length + 8)
  return Buffer.concat([size, latin(name), body])
}
const dated = (length: number) => {
  const body = Buffer.alloc(length)
  body.fill(0xcf, 4, 12)
  return body
}
export const handler = (kind: string): Buffer => box('hdlr', Buffer.alloc(8), latin(kind), Buffer.alloc(13))
export const track = (kind: string): Buffer =>
  box('trak', box('tkhd', dated(84)), box('mdia', box('mdhd', dated(24)), handler(kind), box('minf')))
export const m4a = (words = 'Tessalit', ...tracks: Buffer[]): Buffer =>
  Buffer.concat([
    box('ftyp', latin('M4A \0\0\0\0M4A mp42isom')),
    box('moov', box('mvhd', dated(100)), track('soun'), ...tracks, box('udta', box('\xa9xyz', latin(words)))),
    box('mdat', Buffer.alloc(400)),
  ])

export function oggPage(n: number, body: Buffer, { serial = 7, flags = 0 } = {}): Buffer {
  const lacing: number[] = []
  for (let left = body.length; left >= 0; left -= 255) lacing.push(Math.min(left, 255))
  const head = Buffer.alloc(27)
  head.write('OggS', 'latin1')
  head[5] = flags
  head.writeUInt32LE(serial, 14)
  head.writeUInt32LE(n, 18)
  head[26] = lacing.length
  const page = Buffer.concat([head, Buffer.from(lacing), body])
  page.writeUInt32LE(sumOf(page), 22)
  return page
}
const tags = (words: string) => {
  const told = latin(`LOCATION=${words}`)
  const head = Buffer.from([4, 0, 0, 0, 0x78, 0x78, 0x78, 0x78, 1, 0, 0, 0, told.length, 0, 0, 0])
  return Buffer.concat([latin('OpusTags'), head, told])
}
export const OPUS_HEAD = Buffer.concat([
  latin('OpusHead'),
  Buffer.from([1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0]),
])
export const ogg = (words = 'Tessalit', head = OPUS_HEAD): Buffer =>
  Buffer.concat([
    oggPage(0, head, { flags: 2 }),
    oggPage(1, tags(words)),
    oggPage(2, Buffer.alloc(300, 1)),
    oggPage(3, Buffer.alloc(40, 1), { flags: 4 }),
  ])
