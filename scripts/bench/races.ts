import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../setup.mjs'
import { readVitestReport } from '../suite/vitest-report'
import type { BenchTable } from './figures/table'

/** Where twelve people race for one row. */
const FILES = [
  'lib/casework/referrals/verbs/races.db.test.ts',
  'lib/casework/tasks/mark-item.db.test.ts',
  'lib/desks/link/redeem-races.db.test.ts',
]

/** Five hundred races each of deciding, claiming, cancelling, withdrawing, sending twice and redeeming a link. */
export async function bench(): Promise<BenchTable> {
  const folder = mkdtempSync(join(tmpdir(), 'relais-races-'))
  const rows: (string | number)[][] = []
  const notes: string[] = []
  try {
    for (const file of FILES) {
      const started = performance.now()
      const report = join(folder, 'report.json')
      spawnSync(
        process.execPath,
        [
          'node_modules/vitest/vitest.mjs',
          ...['run', '--project', 'db', file, '--reporter=json', `--outputFile=${report}`],
        ],
        { cwd: root, env: { ...process.env, RELAIS_WHOLE: '1' }, maxBuffer: 1 << 28 },
      )
      const { passed, failed, problems } = readVitestReport(file, JSON.parse(readFileSync(report, 'utf8')))
      rows.push([file, passed, failed, Math.round((performance.now() - started) / 1000)])
      notes.push(...problems)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { title: 'Races with one winner', columns: ['Tests of', 'Held', 'Failed', 'Seconds'], rows, notes }
}
