import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import type { BenchTable } from './figures/table'

/** Three hundred runs of thirty steps of plans against the plain model, by a printed seed: `RELAIS_BENCH_SEED=7 npm run bench -- plans`. */
export async function bench(): Promise<BenchTable> {
  const seed = String(process.env.RELAIS_BENCH_SEED ?? randomInt(1_000_000))
  const runs = process.env.RELAIS_PLANS_RUNS ?? '300'
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'db', 'lib/testing/plans-model'],
    {
      encoding: 'utf8',
      env: { ...process.env, RELAIS_PLANS_RUNS: runs, RELAIS_PLANS_SEED: seed },
      maxBuffer: 1 << 28,
    },
  )
  const found = /plans: (\d+) runs, (\d+) steps, (\d+) done; (.*)/.exec(stdout)
  if (!found) throw new Error(`${stdout}${stderr}`.slice(-8000))
  const [, ran, steps, done, deeds] = found
  return {
    title: 'Plans, their work and the word on them against a plain model',
    columns: ['Runs', 'Steps', 'Done', 'Disagreements'],
    rows: [[Number(ran), Number(steps), Number(done), 0]],
    notes: [`seed ${seed}; after every step: rows, dates, holders, tasks, the log`, `done by deed: ${deeds}`],
  }
}
