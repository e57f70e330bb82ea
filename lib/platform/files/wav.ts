import { insist } from './problems'

/** Plain samples, floating ones, the two of telephones, Microsoft's and IMA's packed ones, and the long header. */
const CODINGS = [1, 3, 6, 7, 2, 17, 0xfffe]

/** A WAV of its format and its samples alone. Refuses what is cut off or no sound. */
export function wavAnew(bytes: Buffer): Buffer {
  insist(
    bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WAVE',
    'sound-broken',
  )
  let format: Buffer | undefined
  let at = 12
  while (at + 8 <= bytes.length) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const body = bytes.subarray(at + 8, at + 8 + size)
    insist(body.length === size, 'sound-broken')
    if (name === 'fmt ') format = body
    if (name === 'data') {
      insist(
        format !== undefined && format.length >= 14 && CODINGS.includes(format.readUInt16LE(0)),
        'sound-broken',
      )
      insist(size > 0, 'sound-broken')
      return made(format, body)
    }
    at += 8 + size + (size & 1)
  }
  return insist(false, 'sound-broken') as never
}

function made(format: Buffer, samples: Buffer): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32LE(body.length, 4)
    return Buffer.concat([head, body, Buffer.alloc(body.length & 1)])
  }
  const inside = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), chunk('data', samples)])
  return chunk('RIFF', inside)
}
