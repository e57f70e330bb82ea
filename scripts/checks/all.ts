import { homedir } from 'node:os'
import { contentChecks } from './contents'
import { directionChecks } from './directions'
import { floorChecks } from './floors'
import { migrationChecks } from './migrations'
import { machinePaths, paperChecks } from './papers'
import { reachChecks } from './reach'
import { type Check, readSources } from './sources'

export interface Verdict {
  name: string
  problems: string[]
}

/** Every rule of ours over the tree below `root`. */
export function runChecks(root: string): Verdict[] {
  const sources = readSources(root)
  const checks: Check[] = [
    ...directionChecks,
    ...floorChecks,
    ...contentChecks,
    ...migrationChecks,
    ...reachChecks,
    ...paperChecks,
    machinePaths([root, homedir()]),
  ]
  return checks.map(({ name, run }) => ({ name, problems: run(sources) }))
}
