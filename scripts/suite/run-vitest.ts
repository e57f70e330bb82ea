import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lifetime } from '../instance/lifetime'
import { runGroup } from './child'
import { type Outcome, withExit } from './outcome'
import { readVitestReport } from './vitest-report'
import type { Workplace } from './workplace'

/** Runs one project of vitest and counts its tests. */
export async function runVitest(
  project: string,
  { path, env }: Workplace,
  lifetime: Lifetime,
): Promise<Outcome> {
  const file = join(path, `${project}.json`)
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=json',
    `--outputFile=${file}`,
  ]
  const { code, output } = await runGroup(args, env, lifetime)
  const empty = { step: project, passed: 0, failed: 0, problems: [] }
  const found = existsSync(file) ? readVitestReport(project, JSON.parse(readFileSync(file, 'utf8'))) : empty
  return withExit(found, code, output)
}
