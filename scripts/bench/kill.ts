import { randomInt } from 'node:crypto'
import type { BenchTable } from './figures/table'
import { killUnderLoad } from './hardship/kill-under-load'

/** Two hundred deaths under load, by a printed seed: `RELAIS_BENCH_SEED=7 npm run bench -- kill`. */
export async function bench(): Promise<BenchTable> {
  const seed = Number(process.env.RELAIS_BENCH_SEED ?? randomInt(1_000_000))
  return (await killUnderLoad({ times: Number(process.env.RELAIS_BENCH_KILLS ?? 200), seed })).table
}
