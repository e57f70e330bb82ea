import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import type { BenchTable } from './figures/table'

/** Five hundred runs of forty steps against the plain model, by a printed seed: `RELAIS_BENCH_SEED=7 npm run bench -- model`. */
export async function bench(): Promise<BenchTable> {
  const seed = String(process.env.RELAIS_BENCH_SEED ?? randomInt(1_000_000))
  const runs = process.env.RELAIS_MODEL_RUNS ?? '500'
  const following = process.env.RELAIS_FOLLOWING_RUNS ?? '300'
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'db', 'lib/testing/model'],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        RELAIS_MODEL_RUNS: runs,
        RELAIS_FOLLOWING_RUNS: following,
        RELAIS_MODEL_SEED: seed,
      },
      maxBuffer: 1 << 28,
    },
  )
  const found = /model: (\d+) runs, (\d+) steps, (\d+) done; (.*)/.exec(stdout)
  const followed = /following: (.*)/.exec(stdout)
  if (!found || !followed) throw new Error(`${stdout}${stderr}`.slice(-8000))
  const [, ran, steps, done, deeds] = found
  return {
    title: 'Cases, teams, consents and merges against a plain model',
    columns: ['Runs', 'Steps', 'Done', 'Disagreements'],
    rows: [[Number(ran), Number(steps), Number(done), 0]],
    notes: [
      `seed ${seed}; after every step: rows, reach of everybody, holders, versions, the log, the count`,
      `done by deed: ${deeds}`,
      `contacts, attempts, reviews and appointments against a model of their own: ${followed[1]}`,
    ],
  }
}
