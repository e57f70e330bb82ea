import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup.mjs'
import { plainEnv } from './environment'
import type { Folder } from './folder'
import type { Lifetime } from './lifetime'
import { runToEnd, typescript } from './run-entry'

/** What the built pages are made of; tests and their tools are not. */
const sources = [
  'app',
  'lib',
  'next.config.js',
  'package-lock.json',
  'scripts/build-assets.ts',
  'tsconfig.json',
]
const notBuilt = /(\.test\.tsx?|^lib\/testing)$/

const stampFile = join(root, '.next', 'relais-build')

function filesOf(path: string): string[] {
  const full = join(root, path)
  if (notBuilt.test(path) || !existsSync(full)) return []
  const entries = path.includes('.') ? undefined : readdirSync(full, { withFileTypes: true })
  if (!entries) return [path]
  return entries.flatMap((entry) =>
    entry.isDirectory() ? filesOf(`${path}/${entry.name}`) : onlyBuilt(`${path}/${entry.name}`),
  )
}

const onlyBuilt = (path: string) => (notBuilt.test(path) ? [] : [path])

/** Hash over names and contents, about 20 ms; dates would lie after a checkout. */
function sourcesHash() {
  const hash = createHash('sha256').update(process.version.split('.')[0] ?? '')
  for (const path of sources.flatMap(filesOf).sort()) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesHash()
}

/** Builds assets and pages; the stamp is written last, so an interrupted build is done again. */
export async function build(folder: Folder, lifetime: Lifetime) {
  const hash = sourcesHash()
  const common = { env: plainEnv(), log: folder.log('build'), lifetime }
  await runToEnd({
    ...common,
    name: 'Building styles and islands',
    args: typescript('scripts/build-assets.ts'),
  })
  await runToEnd({
    ...common,
    name: 'Building the pages',
    args: ['node_modules/next/dist/bin/next', 'build'],
  })
  writeFileSync(stampFile, hash)
}
