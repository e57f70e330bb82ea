import { insist } from './problems'

/** Bytes looked at from either end: where a second file must begin, or say where it is. */
const EDGE = 66_000
const MARKUP = /<(script|!doctype|html|iframe|\?php|svg)[\s>/]/i
const END_OF_ZIP = 'PK\x05\x06'

/** A file that is also another one: a page, a script, an archive. Linear. Refuses with `two-files`. */
export function onlyOneFile(bytes: Buffer): void {
  const first = bytes.subarray(0, EDGE).toString('latin1')
  const last = bytes.subarray(-EDGE).toString('latin1')
  insist(!MARKUP.test(first) && !MARKUP.test(last) && !last.includes(END_OF_ZIP), 'two-files')
}
