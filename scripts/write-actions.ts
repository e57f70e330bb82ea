import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ANSWERS } from '../lib/casework/referrals/machine/partner-policy'

/** Writes the list of acts that the log takes, from the verbs and loaders themselves: `npx tsx scripts/write-actions.ts`. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FILE = join(ROOT, 'lib/platform/db/actions.json')
const NAMED = /\b(?:name|action): '([a-z-]+\.[a-z-]+)'/g

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path))

/**
 * Each act by name; `writes` = a verb of the casework: it changes something whenever it is done. A page that shows its
 * form is logged under the same name as `shown`.
 */
export function actionsInCode(): Record<string, { writes: boolean }> {
  // Pages of the partner's answers are named after the answer.
  const shown = new Set<string>(ANSWERS.map((answer) => `inbox.${answer}`))
  const verbs = new Set<string>()
  for (const path of ['lib/casework', 'lib/desks', 'lib/platform', 'app'].flatMap(sources))
    for (const [, name = ''] of readFileSync(join(ROOT, path), 'utf8').matchAll(NAMED))
      (path.startsWith('lib/casework/') ? verbs : shown).add(name)
  return Object.fromEntries(
    [...new Set([...shown, ...verbs])].sort().map((name) => [name, { writes: verbs.has(name) }]),
  )
}

export const actionsFile = (): string => `${JSON.stringify(actionsInCode(), null, 2)}\n`

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, actionsFile())
