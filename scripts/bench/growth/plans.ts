import { closeSync, openSync, readSync, statSync } from 'node:fs'
import postgres from 'postgres'
import type { Served } from '../../instance/environment'
import { passwordFor } from '../../instance/folder'

/** What one page asked of the database: statements, buffers touched, rows looked at. */
export type Work = { statements: number; buffers: number; rows: number }

type Node = {
  'Node Type': string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Shared Hit Blocks'?: number
  'Shared Read Blocks'?: number
  Plans?: Node[]
}
type Logged = { 'Query Text': string; Plan: Node }

/**
 * From here on the database writes down the plan of every statement with what it cost; connections that are open begin
 * anew. Only in a demonstration that is thrown away: plans quote what was asked.
 */
export async function writeDownPlans(served: Served): Promise<void> {
  const { port } = new URL(served.database.url)
  const password = passwordFor(served.folder, 'superuser')
  const sql = postgres(`postgres://postgres:${password}@127.0.0.1:${port}/relais`, {
    max: 1,
    onnotice: () => {},
  })
  const settings = {
    session_preload_libraries: 'auto_explain',
    log_min_messages: 'log',
    'auto_explain.log_min_duration': '0',
    'auto_explain.log_analyze': 'on',
    'auto_explain.log_buffers': 'on',
    'auto_explain.log_timing': 'off',
    'auto_explain.log_format': 'json',
    'auto_explain.log_parameter_max_length': '0',
  }
  for (const [name, value] of Object.entries(settings))
    await sql.unsafe(`alter database relais set ${name} = '${value}'`)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'relais' and pid <> pg_backend_pid()`
  await sql.end()
}

/** Where the log ends now. */
export const endOf = (log: string): number => statSync(log).size

/** What was written to the log since then, summed: without the session's frame, the log's own line and the jobs that run beside. */
export function workSince(log: string, from: number): Work {
  const plans = plansIn(textSince(log, from)).filter(({ 'Query Text': text }) => !frame.test(text))
  return plans.reduce<Work>(
    (sum, { Plan }) => ({
      statements: sum.statements + 1,
      buffers: sum.buffers + (Plan['Shared Hit Blocks'] ?? 0) + (Plan['Shared Read Blocks'] ?? 0),
      rows: sum.rows + rowsRead(Plan),
    }),
    { statements: 0, buffers: 0, rows: 0 },
  )
}

const frame = /access\.enter|audit\.append|jobs\./

function textSince(log: string, from: number): string {
  const file = openSync(log, 'r')
  try {
    const bytes = Buffer.alloc(endOf(log) - from)
    readSync(file, bytes, 0, bytes.length, from)
    return bytes.toString('utf8')
  } finally {
    closeSync(file)
  }
}

/** Each plan is one entry whose further lines begin with a tab. */
export const plansIn = (text: string): Logged[] =>
  text
    .split(/duration: [\d.]+ ms {2}plan:\n/)
    .slice(1)
    .map((part) => {
      const lines = part.split('\n')
      const end = lines.findIndex((line) => !line.startsWith('\t'))
      return JSON.parse(lines.slice(0, end < 0 ? undefined : end).join('\n')) as Logged
    })

const reads = /^(Seq|Index|Index Only|Bitmap Heap|Tid) Scan$/

/** Rows that scans of tables looked at, those they left out among them. */
export function rowsRead(node: Node): number {
  const seen =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)
  const own = reads.test(node['Node Type']) ? seen * (node['Actual Loops'] ?? 1) : 0
  return (node.Plans ?? []).reduce((sum, child) => sum + rowsRead(child), own)
}
