import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const plan = `import { planDemo } from './drizzle/seed/demo/plan-demo.ts'
const { files, alerts } = planDemo()
const all = [...files.map((file) => file.case.person), ...alerts]
console.log(JSON.stringify(all.map(({ given, family }) => [given, family])))`

let kept: string[] | undefined

/**
 * Everybody the demonstration knows something about, by given and family name both ways round; nobody exists. Planned
 * in a process of its own: the browser tests' loader reads no JSON files.
 */
export function people(): string[] {
  kept ??= both(
    JSON.parse(
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', plan], {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 50_000_000,
      }),
    ),
  )
  return kept
}

const both = (names: [given: string, family: string | null][]): string[] => [
  ...new Set(
    names.flatMap(([given, family]) => (family ? [`${given} ${family}`, `${family} ${given}`] : [])),
  ),
]
