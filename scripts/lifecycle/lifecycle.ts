import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Lifetime } from '../instance/lifetime'
import { type Outcome, single, sum } from '../suite/outcome'
import type { Workplace } from '../suite/workplace'
import { accountCases } from './accounts'
import { makeClone } from './clone'
import { databaseCases } from './databases'
import { hardshipCases } from './hardship'
import { killingCases } from './killing'
import { processesOf } from './processes'
import type { Case, Stage } from './stage'
import { startingCases } from './starting'

function endLeftovers(clone: string) {
  for (const pid of processesOf(clone)) {
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  }
}

/** One case; whatever it leaves running after a failure is ended, so that the next begins on a quiet stage. */
async function play({ name, run }: Case, stage: Stage) {
  try {
    await run(stage)
    return single(name, [])
  } catch (error) {
    return single(name, [`${name}\n${error instanceof Error ? error.message : error}`])
  } finally {
    endLeftovers(stage.clone)
  }
}

/** Commands as people and accidents use them, on a second clone in a folder with a space in its name. */
export async function lifecycle(workplace: Workplace, lifetime: Lifetime): Promise<Outcome> {
  const folder = join(workplace.path, 'lifecycle')
  mkdirSync(folder, { mode: 0o711 })
  const stage = { folder, clone: makeClone(folder) }
  lifetime.add(() => endLeftovers(stage.clone))
  const outcomes: Outcome[] = []
  for (const one of [
    ...startingCases,
    ...killingCases,
    ...accountCases,
    ...databaseCases,
    ...hardshipCases,
  ]) {
    if (!lifetime.ending()) outcomes.push(await play(one, stage))
  }
  return sum('lifecycle', outcomes)
}
