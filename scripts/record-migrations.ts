// Records the checksums of the migrations that land with this commit. Those recorded before are never rewritten.
import { readFileSync, writeFileSync } from 'node:fs'
import { checksum, LANDED } from './checks/migrations'
import { readSources } from './checks/sources'

const known: Record<string, string> = JSON.parse(readFileSync(LANDED, 'utf8'))
const found = readSources('.')
  .filter(({ path }) => /^drizzle\/\d{4}_\w+\.sql$/.test(path))
  .map(({ path, text }): [string, string] => [path, known[path] ?? checksum(text)])
writeFileSync(LANDED, `${JSON.stringify(Object.fromEntries(found.sort()), null, 2)}\n`)
