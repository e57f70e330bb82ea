import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Writes the list of acts that the log takes, from the verbs and loaders themselves: `npx tsx scripts/write-actions.ts`. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FILE = join(ROOT, 'lib/platform/audit/actions.json')
const NAMED = /\b(?:name|action): '([a-z-]+\.[a-z-]+)'/g

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path))

/** Each act by name; `writes` = a verb of the casework, which changes something whenever it is done. */
export function actionsInCode(): Record<string, { writes: boolean }> {
  const found = new Map<string, boolean>()
  for (const path of ['lib/casework', 'lib/desks', 'lib/platform', 'app'].flatMap(sources))
    for (const [, name = ''] of readFileSync(join(ROOT, path), 'utf8').matchAll(NAMED))
      found.set(name, (found.get(name) ?? false) || path.startsWith('lib/casework/'))
  return Object.fromEntries(
    [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, writes]) => [name, { writes }]),
  )
}

export const actionsFile = (): string => `${JSON.stringify(actionsInCode(), null, 2)}\n`

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, actionsFile())
