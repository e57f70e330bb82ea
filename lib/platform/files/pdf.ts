import { promisify } from 'node:util'
import { inflate, constants as zlib } from 'node:zlib'
import { insist, Refused } from './problems'

/** Bytes that a page description may unfold to, in all. */
const MOST_UNFOLDED = 40_000_000
/** Bytes before the word `stream` in which its dictionary stands. */
const BEFORE = 4096

/** What acts by itself, carries another file or talks to the network; these words are too long to come about by chance. */
const ACTIVE = [
  '/JavaScript',
  '/Launch',
  '/EmbeddedFile',
  '/RichMedia',
  '/SubmitForm',
  '/ImportData',
  '/GoToE',
  '/Rendition',
]
/** Short ones count where the document is described, not inside its pictures. Opening on a page (`[`) is no action. */
const ACTIVE_SHORT = /\/(JS|AA|XFA|Movie|Sound|GoToR)(?![A-Za-z0-9])|\/OpenAction\s*(?!\s*\[)/

const unfold = promisify(inflate) as (bytes: Buffer, options: object) => Promise<Buffer>

/**
 * Looks a PDF over: whole, readable without a key, alone in its file, and doing nothing by itself, also not inside its packed
 * descriptions. It is kept as it came. Linear in its size. Not a reader of PDF: what it cannot look into it refuses.
 */
export async function soundPdf(bytes: Buffer): Promise<void> {
  const text = bytes.toString('latin1')
  insist(/^%PDF-[12]\.\d/.test(text), 'pdf-broken')
  const end = text.lastIndexOf('%%EOF')
  insist(end > 0 && /^[\0\s]*$/.test(text.slice(end + 5)), end > 0 ? 'two-files' : 'pdf-broken')
  insist(/startxref\s+\d+\s*$/.test(text.slice(Math.max(0, end - 60), end)), 'pdf-broken')
  insist(!ACTIVE.some((name) => text.includes(name)), 'pdf-active')
  const { outside, packed } = takenApart(text)
  judge(outside)
  insist(/\/Root\s+\d+\s+\d+\s+R/.test(outside), 'pdf-broken')
  let left = MOST_UNFOLDED
  for (const { from, to, dictionary } of packed) {
    const unfolded = await unfoldedOf(bytes.subarray(from, to), dictionary, left)
    left -= unfolded.length
    judge(named(unfolded.toString('latin1')))
  }
}

function judge(text: string): void {
  insist(!/\/Encrypt(?![A-Za-z0-9])/.test(text), 'pdf-locked')
  insist(!ACTIVE.some((name) => text.includes(name)) && !ACTIVE_SHORT.test(text), 'pdf-active')
}

/** Names may write any letter as `#4a`. */
const named = (text: string): string =>
  text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

type Packed = { from: number; to: number; dictionary: string }

/** What describes the document, and where descriptions are packed. What follows an early `endstream` counts as description. */
function takenApart(text: string): { outside: string; packed: Packed[] } {
  const outside: string[] = []
  const packed: Packed[] = []
  let at = 0
  for (;;) {
    const word = nextStream(text, at)
    if (word < 0) break
    const from = word + (text[word + 6] === '\r' ? 8 : 7)
    const to = text.indexOf('endstream', from)
    insist(to >= 0, 'pdf-broken')
    const before = named(text.slice(Math.max(at, word - BEFORE), word))
    const dictionary = before.slice(before.lastIndexOf(' obj') + 1)
    if (/\/First\s|\/ObjStm/.test(dictionary)) packed.push({ from, to, dictionary })
    outside.push(text.slice(at, word))
    at = to + 9
  }
  outside.push(text.slice(at))
  return { outside: named(outside.join('\n')), packed }
}

function nextStream(text: string, from: number): number {
  for (let at = text.indexOf('stream', from); at >= 0; at = text.indexOf('stream', at + 6))
    if (/^\r?\n/.test(text.slice(at + 6, at + 8)) && text.slice(at - 3, at) !== 'end') return at
  return -1
}

async function unfoldedOf(bytes: Buffer, dictionary: string, most: number): Promise<Buffer> {
  if (!dictionary.includes('/Filter')) return bytes
  insist(/\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*[/>]/.test(dictionary), 'pdf-broken')
  insist(!/\/Predictor\s+(?!1\s*[/>])/.test(dictionary), 'pdf-broken')
  try {
    return await unfold(bytes, { maxOutputLength: Math.max(1, most), finishFlush: zlib.Z_SYNC_FLUSH })
  } catch {
    throw new Refused('pdf-broken')
  }
}
