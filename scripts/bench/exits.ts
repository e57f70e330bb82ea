import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { root } from '../setup.mjs'
import type { BenchTable } from './figures/table'

/** Three hundred random grants against every way out, by a printed seed: `RELAIS_BENCH_SEED=7 npm run bench -- exits`. */
export async function bench(): Promise<BenchTable> {
  const seed = String(process.env.RELAIS_BENCH_SEED ?? randomInt(1_000_000_000))
  const runs = process.env.RELAIS_EXITS ?? '300'
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'db', 'lib/desks/referral/every-exit'],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, RELAIS_EXITS: runs, RELAIS_SEED: seed },
      maxBuffer: 1 << 28,
    },
  )
  const found = /exits: (\d+) grants, (\d+) looks/.exec(stdout)
  if (status !== 0 || !found) throw new Error(`${stdout}${stderr}`.slice(-8000))
  return {
    title: 'Every way out of a referral against random grants',
    columns: ['Grants', 'Looks for a fact', 'Facts that were not granted'],
    rows: [[Number(found[1]), Number(found[2]), 0]],
    notes: [
      `seed ${seed}; page, form in two languages, own sheet, bundle, sealed file, names of files, slip, messages, outbox, log`,
    ],
  }
}
