import { mkdirSync, writeFileSync } from 'node:fs'
import type { Corpus } from './corpus'
import type { Measured } from './measure'
import type { TruePair } from './strata'

/** Every miss and every false warning, for reading one by one. Invented people only. */
export function writeMisses({ name, records }: Corpus, pairs: TruePair[], measured: Measured): string {
  const misses = pairs.flatMap(({ first, second }, at) => {
    const said = measured.found[at]
    return said?.verdict === 'warn' ? [] : [{ first, second, said: said ?? 'lost by blocking' }]
  })
  const wrong = [...measured.falseWarnings].flatMap(([kind, found]) =>
    found.map(([a, b]) => ({ kind, first: records[a], second: records[b] })),
  )
  mkdirSync('.relais/bench', { recursive: true })
  const path = `.relais/bench/matching-misses-${name.replace(/\W+/g, '-')}.json`
  writeFileSync(path, JSON.stringify({ misses, falseWarnings: wrong }, null, 1))
  return `${misses.length} true pairs below warn and ${wrong.length} false warnings are listed in ${path}`
}
