import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Writes migrations whose content the code knows, and names them in the journal. */

type Entry = { idx: number; version: string; when: number; tag: string; breakpoints: boolean }
const at = (path: string) => fileURLToPath(new URL(`../drizzle/${path}`, import.meta.url))
const JOURNAL = at('meta/_journal.json')

const numberOf = ({ tag }: Entry): number => Number(tag.slice(0, 4))

const literal = (value: unknown): string => {
  if (value === null) return 'null'
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
}

/** `values (…), (…)`, a row a line. */
export const sqlRows = (rows: readonly (readonly unknown[])[]): string =>
  `values\n${rows.map((row) => `  (${row.map(literal).join(', ')})`).join(',\n')}`

/** A new file after the last of the journal, or under the number given; answers its name. */
export function writeMigration(name: string, text: string, wanted?: number): string {
  const journal = JSON.parse(readFileSync(JOURNAL, 'utf8')) as { entries: Entry[] }
  const number = wanted ?? Math.max(...journal.entries.map(numberOf)) + 1
  const tag = `${String(number).padStart(4, '0')}_${name}`
  if (existsSync(at(`${tag}.sql`))) throw new Error(`${tag} has landed: a change is a new file`)
  writeFileSync(at(`${tag}.sql`), text)
  const when = 1_800_000_000_000 + number * 1000
  const added = { idx: 0, version: '7', when, tag, breakpoints: false }
  const entries = [...journal.entries, added]
    .sort((a, b) => numberOf(a) - numberOf(b))
    .map((entry, idx) => ({ ...entry, idx }))
  writeFileSync(JOURNAL, `${JSON.stringify({ ...journal, entries }, null, 2)}\n`)
  return tag
}
