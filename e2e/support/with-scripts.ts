import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Journeys over a page that holds a script of ours: letters in the queue, a file sent in pieces, letters counted under a
 * long answer. (`*.scripts.spec.ts` run with scripts only, and always.) On any other page the browser gets the same bytes with scripts on as off.
 */
const MEETS_A_SCRIPT = [
  'a-certificate-is-kept-and-its-original-goes-back',
  'a-lawyers-day',
  'a-psychologists-day',
  'a-supervisors-day-by-keyboard-alone',
  'expired-session-loses-nothing',
  'queue-opens-nothing-unasked',
  'referral-travels-to-verified',
  'sent-twice-is-recorded-once',
  'slower-tab-keeps-its-words',
  'supervisor-returns-and-caseworker-corrects',
]

const folder = fileURLToPath(new URL('../journeys', import.meta.url))
const name = (file: string): string => basename(file, '.spec.ts')

/**
 * The journeys that are not walked with scripts on this time: two thirds of those that meet no script, drawn
 * anew each time. `third` is 0, 1 or 2; without it nothing is left out. Throws when a name above is nobody's.
 */
export function leftOutWithScripts(third: string | undefined): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.plain|\.scripts)\.spec\.ts$/.test(file))
    .sort()
  const gone = MEETS_A_SCRIPT.filter((one) => !files.some((file) => name(file) === one))
  if (gone.length > 0) throw new Error(`no journey named ${gone.join(', ')}`)
  if (third === undefined || third === '') return []
  return files
    .filter((file) => !MEETS_A_SCRIPT.includes(name(file)))
    .filter((_, place) => place % 3 !== Number(third))
    .map((file) => join(folder, file))
}
