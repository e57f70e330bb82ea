import { spawnSync } from 'node:child_process'
import type { BenchTable } from './figures/table'

/** Every write that somebody could try in raw SQL, all of it, against rules told apart from the policies. */
export async function bench(): Promise<BenchTable> {
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'db', 'drizzle/every-write'],
    { encoding: 'utf8', env: { ...process.env, RELAIS_WHOLE: '1' }, maxBuffer: 1 << 28 },
  )
  const found = /writes tried: (\d+), of them allowed: (\d+), disagreements: (\d+)/.exec(stdout)
  if (!found) throw new Error('the enumeration did not end')
  const [, tried, allowed, disagreements] = found.map(Number)
  return {
    title: 'Writes in raw SQL against rules told apart',
    columns: ['tried', 'allowed', 'disagreements'],
    rows: [[tried ?? 0, allowed ?? 0, disagreements ?? 0]],
    notes: ['fifteen people; each table, column, deed and move; every try is taken back'],
  }
}
