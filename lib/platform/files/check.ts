import { fileTypeFromBuffer } from 'file-type'
import { amrAnew } from './amr'
import { inTurn } from './bounded'
import { type Format, TAKEN } from './formats'
import { FILE_LIMIT } from './limits'
import { onlyOneFile } from './look-alike'
import { m4aAnew } from './m4a'
import { mp3Anew } from './mp3'
import { oggAnew } from './ogg'
import { soundPdf } from './pdf'
import { pictureAnew } from './picture'
import { type FileProblem, insist, Refused } from './problems'
import { wavAnew } from './wav'

/** A file as it came: its bytes, how its name ended, and what the sender called it (empty: nothing). */
export type RawFile = { bytes: Buffer; ending: string; declared: string }
/** A file as it is kept: made anew or looked over; `small`: a little picture of a picture. */
export type CheckedFile = { format: Format; body: Buffer; small?: Buffer }
export type FileIn = { file: CheckedFile } | { problem: FileProblem }

/** Bytes that the type is read from. */
const SNIFFED = 4100
const HEIC = /^image\/(heic|heif)/
/** What browsers say when they do not know. */
const UNKNOWN = /^(application\/octet-stream|binary\/octet-stream)?$/

/**
 * Whether a file is kept, and as what. Its bytes, its name's ending and what the sender called it must agree; a picture is made anew, of a
 * sound its words are taken, a PDF is looked over. Two at once; refuses with a problem, never throws for what somebody sent.
 */
export async function checkFile(raw: RawFile): Promise<FileIn> {
  try {
    insist(raw.bytes.length > 0, 'empty')
    insist(raw.bytes.length <= FILE_LIMIT, 'too-large')
    return { file: await inTurn(() => looked(raw)) }
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem }
    throw error
  }
}

async function looked({ bytes, ending, declared }: RawFile): Promise<CheckedFile> {
  const mime = await typeOf(bytes)
  insist(!HEIC.test(mime), 'heic')
  const taken = Object.entries(TAKEN).find(([, one]) => one.sniffed.test(mime))
  if (!taken) throw new Refused('not-taken')
  const [name, { endings, declared: called, kept }] = taken
  insist(endings.includes(ending), 'other-type')
  insist(UNKNOWN.test(declared) || called.test(declared), 'other-declared')
  onlyOneFile(bytes)
  if (kept === 'JPEG') {
    const { body, small } = await pictureAnew(bytes)
    return { format: kept, body, small }
  }
  if (name === 'pdf') await soundPdf(bytes)
  return { format: kept, body: kept === 'PDF' ? bytes : SOUND[kept](bytes) }
}

const SOUND: Readonly<Record<Exclude<Format, 'JPEG' | 'PDF'>, (bytes: Buffer) => Buffer>> = {
  OGG: oggAnew,
  MP3: mp3Anew,
  M4A: m4aAnew,
  AMR: amrAnew,
  WAV: wavAnew,
}

/** The library reads a beginning; where that is cut off in the middle of something it may throw, and then nothing is known. */
async function typeOf(bytes: Buffer): Promise<string> {
  try {
    return (await fileTypeFromBuffer(bytes.subarray(0, SNIFFED)))?.mime ?? ''
  } catch {
    return ''
  }
}
