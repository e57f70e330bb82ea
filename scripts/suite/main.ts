import { build, isBuilt } from '../instance/build'
import { claimFolder } from '../instance/claim'
import { openFolder } from '../instance/folder'
import { endWithUs, type Lifetime, openLifetime } from '../instance/lifetime'
import { lifecycle } from '../lifecycle/lifecycle'
import { PlainError, say } from '../plain.mjs'
import { e2e } from './e2e'
import { type Outcome, single, sum } from './outcome'
import { runVitest } from './run-vitest'
import { verify } from './verify'
import { openWorkplace, type Workplace } from './workplace'

type Step = (workplace: Workplace, lifetime: Lifetime) => Promise<Outcome>

/** A running `npm start` serves from the folder that a build replaces. */
async function buildOnce(_workplace: Workplace, lifetime: Lifetime): Promise<Outcome> {
  if (isBuilt()) return single('build', [])
  const folder = openFolder()
  const lock = await claimFolder(folder, 'npm test')
  try {
    await build(folder, lifetime)
    return single('build', [])
  } finally {
    lock.release()
  }
}

const steps: Record<string, Step> = {
  verify: async (workplace, lifetime) => sum('verify', await verify(workplace, lifetime)),
  engines: (workplace, lifetime) => runVitest('engines', workplace, lifetime),
  db: (workplace, lifetime) => runVitest('db', workplace, lifetime),
  build: buildOnce,
  e2e,
  lifecycle,
}

/**
 * What runs beside what, on two cores: the commands mostly wait for programs to start and to end, the engines only
 * reckon. The others fill both cores by themselves.
 */
const rounds = [['verify'], ['build'], ['engines', 'lifecycle'], ['db'], ['e2e']]

const needsBuild = new Set(['e2e', 'lifecycle'])

function chosen(args: string[]): string[][] {
  const unknown = args.filter((name) => !(name in steps))
  if (unknown.length > 0)
    throw new PlainError(`npm test knows ${Object.keys(steps).join(', ')}; not ${unknown.join(', ')}.`)
  const wanted = (name: string) =>
    args.length === 0 || args.includes(name) || (name === 'build' && args.some((one) => needsBuild.has(one)))
  return rounds.map((names) => names.filter(wanted))
}

/** Tests must not depend on what the person's own instance is set to; cheap password hashing saves minutes. */
function settleEnvironment() {
  for (const name of ['DATABASE_URL', 'PORT', 'RELAIS_DEMO', 'RELAIS_ORIGIN', 'RELAIS_SECRET'])
    delete process.env[name]
  process.env.RELAIS_ARGON_KIB ??= '1024'
}

/** A step that throws is a failure with its sentence, not the end of the suite. */
async function attempt(name: string, step: Step, workplace: Workplace, lifetime: Lifetime): Promise<Outcome> {
  const started = performance.now()
  const outcome = await step(workplace, lifetime).catch((error: unknown) =>
    single(name, [
      `${name}: ${error instanceof PlainError ? error.message : error instanceof Error ? error.stack : error}`,
    ]),
  )
  if (lifetime.ending()) return outcome
  for (const problem of outcome.problems) console.log(`\n  ✗ ${problem.replaceAll('\n', '\n    ')}\n`)
  const seconds = Math.round((performance.now() - started) / 1000)
  say(`${name.padEnd(9)} ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`)
  return outcome
}

/** Runs the named steps, all of them without names; the last line is the total. */
export async function runSuite(names: string[]) {
  settleEnvironment()
  const lifetime = openLifetime()
  endWithUs(lifetime)
  const outcomes: Outcome[] = []
  const workplace = await openWorkplace(lifetime)
  try {
    for (const round of chosen(names)) {
      const beside = round.flatMap((name) => {
        const step = steps[name]
        return step && !lifetime.ending() ? [attempt(name, step, workplace, lifetime)] : []
      })
      outcomes.push(...(await Promise.all(beside)))
    }
  } finally {
    const interrupted = lifetime.ending()
    await lifetime.end()
    // A step that was cut short may have begun something after everything had been closed.
    await workplace.clear()
    if (interrupted) outcomes.push(single('interrupted', ['interrupted']))
  }
  const { passed, failed } = sum('all', outcomes)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

export const main = (args: string[]) => runSuite(args)
