import { insist } from './problems'

/** Bytes of a frame by its mode, with the byte that names the mode: narrow band, wide band. 0: no such mode. */
const NARROW = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1]
const WIDE = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1]
const LEAST_FRAMES = 2

/** A chain of frames to the last byte: there is no place in it for anything else. Kept as it is, without half a frame at its end. */
export function amrAnew(bytes: Buffer): Buffer {
  const wide = bytes.toString('latin1', 0, 9) === '#!AMR-WB\n'
  insist(wide || bytes.toString('latin1', 0, 6) === '#!AMR\n', 'sound-broken')
  const sizes = wide ? WIDE : NARROW
  let at = wide ? 9 : 6
  let frames = 0
  while (at < bytes.length) {
    const head = bytes[at] ?? 0
    const size = sizes[(head >> 3) & 15] ?? 0
    insist(size > 0 && (head & 0x83) === 0, 'sound-broken')
    if (at + size > bytes.length) break
    at += size
    frames += 1
  }
  insist(frames >= LEAST_FRAMES, 'sound-broken')
  return bytes.subarray(0, at)
}
