import { runChecks } from '../checks/all'
import type { Lifetime } from '../instance/lifetime'
import { root } from '../setup.mjs'
import { runGroup } from './child'
import { type Outcome, single } from './outcome'
import { runVitest } from './run-vitest'
import type { Workplace } from './workplace'

/** Programs that answer with their exit code. */
const tools: [name: string, args: string[]][] = [
  ['Format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']],
  ['Types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']],
  ['Nothing unused (knip)', ['node_modules/knip/bin/knip.js', '--no-progress']],
  [
    'docs/states.md is what the table of moves says',
    ['--import', 'tsx', 'scripts/write-states.ts', '--check'],
  ],
]

async function runTool(name: string, args: string[], { env }: Workplace, lifetime: Lifetime) {
  const { code, output } = await runGroup(args, env, lifetime)
  return single(name, code === 0 ? [] : [`${name}\n${output.trim()}`])
}

function ownChecks(): Outcome[] {
  return runChecks(root).map(({ name, problems }) =>
    single(name, problems.length === 0 ? [] : [`${name}\n${problems.join('\n')}`]),
  )
}

/** Everything that needs no database: tools two at a time, our own checks, then the pure tests. */
export async function verify(workplace: Workplace, lifetime: Lifetime): Promise<Outcome[]> {
  const outcomes = ownChecks()
  const waiting = [...tools]
  async function lane() {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      outcomes.push(await runTool(...next, workplace, lifetime))
    }
  }
  await Promise.all([lane(), lane()])
  return [...outcomes, await runVitest('pure', workplace, lifetime)]
}
