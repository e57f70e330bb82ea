import { spawnSync } from 'node:child_process'
import { root } from '../setup.mjs'
import type { BenchTable } from './figures/table'

/** The browser part of the suite with every journey walked with scripts on as well as off. */
export async function bench(): Promise<BenchTable> {
  const started = performance.now()
  const { stdout, status } = spawnSync(process.execPath, ['scripts/test.mjs', 'e2e'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, RELAIS_WHOLE: '1' },
    maxBuffer: 1 << 28,
  })
  const lines = stdout.trim().split('\n')
  return {
    title: 'Every journey, with scripts off and on',
    columns: ['What', 'Seconds'],
    rows: [[lines.at(-1) ?? '', Math.round((performance.now() - started) / 1000)]],
    notes: status === 0 ? [] : lines.slice(-60),
  }
}
