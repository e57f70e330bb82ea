import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup.mjs'
import { plainEnv } from './environment'
import type { Folder } from './folder'
import type { Lifetime } from './lifetime'
import { runToEnd, typescript } from './run-entry'
import { hashOf } from './source-hash'

/** What the built pages are made of; tests and their tools are not. */
const sources = [
  'app',
  'lib',
  'next.config.js',
  'package-lock.json',
  'scripts/build-assets.ts',
  'scripts/build-server.ts',
  'tsconfig.json',
]

const stampFile = join(root, '.next', 'relais-build')

export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hashOf(sources)
}

/** Builds assets and pages; the stamp is written last, so an interrupted build is done again. */
export async function build(folder: Folder, lifetime: Lifetime) {
  const hash = hashOf(sources)
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
  await runToEnd({
    ...common,
    name: 'Building the server',
    args: typescript('scripts/build-server.ts'),
  })
  writeFileSync(stampFile, hash)
}
