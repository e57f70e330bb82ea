import { insist } from './problems'

/** kbit/s by index, for layer III of MPEG 1, and of 2 and 2.5. */
const RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
]
const SAMPLES: Readonly<Record<number, readonly number[]>> = {
  3: [44_100, 48_000, 32_000],
  2: [22_050, 24_000, 16_000],
  0: [11_025, 12_000, 8000],
}
const LEAST_FRAMES = 4

/** The frames of an MP3 and nothing beside them: no tag, no cover, no place. Refuses what is no chain of frames. */
export function mp3Anew(bytes: Buffer): Buffer {
  const begin = afterTags(bytes)
  const end = beforeTags(bytes)
  let at = begin
  let frames = 0
  while (at + 4 <= end) {
    const length = frameAt(bytes, at)
    insist(length > 0, 'sound-broken')
    // A recorder that was switched off leaves half a frame.
    if (at + length > end) break
    at += length
    frames += 1
  }
  insist(frames >= LEAST_FRAMES, 'sound-broken')
  return bytes.subarray(begin, at)
}

/** Bytes of the frame that begins here, its header included; 0 where none does. */
function frameAt(bytes: Buffer, at: number): number {
  const [sync = 0, head = 0, third = 0] = bytes.subarray(at, at + 3)
  if (sync !== 0xff || (head & 0xe6) !== 0xe2) return 0
  const version = (head >> 3) & 3
  const rate = RATES[version === 3 ? 0 : 1]?.[third >> 4]
  const samples = SAMPLES[version]?.[(third >> 2) & 3]
  if (!rate || !samples) return 0
  return Math.floor(((version === 3 ? 144_000 : 72_000) * rate) / samples) + ((third >> 1) & 1)
}

function afterTags(bytes: Buffer): number {
  let at = 0
  while (bytes.toString('latin1', at, at + 3) === 'ID3') {
    const size = bytes.subarray(at + 6, at + 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0)
    at += 10 + size + ((bytes[at + 5] ?? 0) & 0x10 ? 10 : 0)
    insist(at < bytes.length, 'sound-broken')
  }
  return at
}

const beforeTags = (bytes: Buffer): number =>
  bytes.toString('latin1', bytes.length - 128, bytes.length - 125) === 'TAG'
    ? bytes.length - 128
    : bytes.length
