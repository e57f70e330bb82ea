import { randomInt } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { freePort } from '@/lib/platform/db/embedded/free-port'
import { findBrowser } from '../browser/find'
import { openDatabase } from '../instance/database'
import type { Served } from '../instance/environment'
import { openFolder } from '../instance/folder'
import { type Lifetime, openLifetime } from '../instance/lifetime'
import { migrate, seedOnce } from '../instance/prepare'
import { startServer } from '../instance/server'
import { say } from '../plain.mjs'
import { runGroup } from './child'
import { type Outcome, withExit } from './outcome'
import { readPlaywrightReport } from './playwright-report'
import type { Workplace } from './workplace'

/** A suite opens in minutes what people open in weeks; what slows a hasty reader has a test of its own. */
async function liftReadingBudget(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { role: 'relais_owner' } as never })
  await client.begin(async (tx) => {
    await tx`select set_config('relais.maintenance', 'on', true)`
    await tx`update app.settings set value = 1000000 where key = 'reading.budget'`
  })
  await client.end()
}

/** The demo on a free port, with a data folder and a database that end with the step; pages say their statements. */
async function serveDemo(workplace: Workplace, lifetime: Lifetime): Promise<Served> {
  const folder = openFolder(join(workplace.path, 'demo'))
  const database = await openDatabase(folder, { throwAway: true, url: '' })
  lifetime.add(database.stop)
  const port = await freePort()
  const served = { folder, database, demo: true, port, origin: `http://127.0.0.1:${port}` }
  process.env.RELAIS_MEASURE = '1'
  await migrate(served, lifetime)
  await seedOnce(served, lifetime)
  await liftReadingBudget(database.url)
  await startServer(served, lifetime)
  return served
}

/** Which third of the journeys that meet no script is walked with scripts this time; all with RELAIS_WHOLE=1. */
function third(): string {
  if (process.env.RELAIS_WHOLE === '1') return ''
  const drawn = process.env.RELAIS_E2E_THIRD ?? String(randomInt(3))
  say(
    `journeys  with scripts: third ${drawn} (RELAIS_E2E_THIRD=${drawn} repeats it, RELAIS_WHOLE=1 walks all)`,
  )
  return drawn
}

async function browserEnv() {
  const { path, env } = await findBrowser()
  say(`browser  ${path}`)
  return { RELAIS_CHROMIUM: path, RELAIS_CHROMIUM_ENV: JSON.stringify(env) }
}

async function runPlaywright(served: Served, workplace: Workplace, lifetime: Lifetime) {
  const report = join(workplace.path, 'playwright.json')
  const env: NodeJS.ProcessEnv = {
    ...workplace.env,
    ...(await browserEnv()),
    RELAIS_E2E_URL: served.origin,
    RELAIS_E2E_DATABASE_URL: served.database.url,
    RELAIS_DATA: served.folder.path,
    RELAIS_E2E_REPORT: report,
    RELAIS_E2E_THIRD: third(),
    RELAIS_E2E_OUTPUT: join(workplace.path, 'test-results'),
  }
  const args = ['node_modules/playwright/cli.js', 'test', '-c', 'e2e/playwright.config.ts']
  const { code, output } = await runGroup(args, env, lifetime)
  const empty: Outcome = { step: 'browser', passed: 0, failed: 0, problems: [] }
  const found = existsSync(report)
    ? readPlaywrightReport('browser', JSON.parse(readFileSync(report, 'utf8')))
    : empty
  return withExit(found, code, output)
}

/** What the server had to say about failed tests; its log goes with the data folder. */
function withServerLog(outcome: Outcome, log: string): Outcome {
  const errors = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /error/i.test(line))
  if (outcome.failed === 0 || errors.length === 0) return outcome
  return {
    ...outcome,
    problems: [...outcome.problems, `The server's last errors:\n${errors.slice(-8).join('\n')}`],
  }
}

/** Browser tests against the built product, never against the development server. */
export async function e2e(workplace: Workplace, lifetime: Lifetime): Promise<Outcome> {
  const own = openLifetime()
  lifetime.add(own.end)
  try {
    const served = await serveDemo(workplace, own)
    return withServerLog(await runPlaywright(served, workplace, own), served.folder.log('server'))
  } finally {
    await own.end()
  }
}
