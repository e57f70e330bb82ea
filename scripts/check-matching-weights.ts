import { readFileSync, writeFileSync } from 'node:fs'
import { estimate } from './bench/matching/estimate'
import { render } from './bench/matching/render-weights'

/**
 * Estimates the weights of lib/engines/matching from the training population again and compares them with the
 * committed table. `--write` replaces the table. Takes about a minute; no population that is reported on is looked at.
 */
const path = new URL('../lib/engines/matching/weights.ts', import.meta.url)
const fresh = render(estimate().model)
if (process.argv.includes('--write')) {
  writeFileSync(path, fresh)
  console.log('weights written')
} else if (readFileSync(path, 'utf8') === fresh) {
  console.log('the weights are those of the training population')
} else {
  console.error('the weights differ from a fresh estimate: run again with --write')
  process.exitCode = 1
}
