import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { BenchTable } from '../bench/figures/table'
import { openFolder } from '../instance/folder'
import { PlainError, say } from '../plain.mjs'
import { root } from '../setup.mjs'

/** `people`: how many further cases, for measurements that take a size. */
type Options = { people?: number }
interface BenchModule {
  bench?: (options: Options) => Promise<BenchTable>
}

const benchFolder = join(root, 'scripts', 'bench')

function names() {
  const files = existsSync(benchFolder) ? readdirSync(benchFolder) : []
  return files.filter((file) => /^[a-z0-9-]+\.ts$/.test(file)).map((file) => file.slice(0, -3))
}

function chosen(args: string[]) {
  const known = names()
  const unknown = args.filter((name) => !known.includes(name))
  if (unknown.length > 0)
    throw new PlainError(`No measurement named ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  return args.length > 0 ? args : known
}

const isNumber = (cell: string | number | undefined) => typeof cell === 'number'

/** The table as text: numbers to the right, words to the left. */
export function renderTable({ title, columns, rows, notes }: BenchTable) {
  const widths = columns.map((column, i) =>
    Math.max(column.length, ...rows.map((row) => String(row[i] ?? '').length)),
  )
  const cell = (value: string | number | undefined, i: number, right: boolean) =>
    right ? String(value ?? '').padStart(widths[i] ?? 0) : String(value ?? '').padEnd(widths[i] ?? 0)
  const line = (row: (string | number | undefined)[]) =>
    `  ${row.map((value, i) => cell(value, i, isNumber(rows[0]?.[i]))).join('  ')}`.trimEnd()
  const rule = `  ${widths.map((width) => '-'.repeat(width)).join('  ')}`
  return ['', title, line(columns), rule, ...rows.map(line), ...notes.map((note) => `  ${note}`)].join('\n')
}

/** What the figures depend on, and nothing that names this machine. */
const conditions = () => ({ node: process.version, platform: process.platform, cores: cpus().length })

async function measure(name: string, folder: string, options: Options) {
  const module: BenchModule = await import(join(benchFolder, `${name}.ts`))
  if (!module.bench) return
  say(`measuring ${name}`)
  const table = await module.bench(options)
  console.log(renderTable(table))
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify({ ...table, conditions: conditions() }, null, 2)}\n`,
  )
}

function asked(args: string[]): { names: string[]; options: Options } {
  const { values, positionals } = parseArgs({
    args,
    options: { people: { type: 'string' } },
    allowPositionals: true,
  })
  if (values.people === undefined) return { names: positionals, options: {} }
  const people = Number(values.people)
  if (!Number.isInteger(people) || people < 1 || people > 1_000_000)
    throw new PlainError('--people takes a whole number from 1 to 1000000.')
  return { names: positionals, options: { people } }
}

/**
 * Runs every measurement, or only those named on the command line; figures also go to the data folder as JSON. `--people N`
 * sets the size where one can be chosen.
 */
export async function main(args: string[]) {
  const { names: named, options } = asked(args)
  const folder = openFolder().file('bench')
  mkdirSync(folder, { recursive: true })
  for (const name of chosen(named)) await measure(name, folder, options)
  return 0
}
