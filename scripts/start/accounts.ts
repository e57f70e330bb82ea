import { existsSync, readFileSync } from 'node:fs'
import type { Served } from '../instance/environment'
import { accountsFile } from '../instance/prepare'

type Account = Record<string, string>

function isAccountList(value: unknown): value is Account[] {
  return Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null)
}

/** Columns as the seed wrote them, padded to the longest value. */
export function accountLines(accounts: Account[]) {
  const columns = Object.keys(accounts[0] ?? {})
  const widths = columns.map((column) => Math.max(...accounts.map((row) => String(row[column] ?? '').length)))
  return accounts.map((row) =>
    columns
      .map((column, i) => String(row[column] ?? '').padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** The demo's sign-ins. They exist in demo mode only, where everybody and everything is invented. */
export function printAccounts(served: Served) {
  const file = accountsFile(served)
  const accounts: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
  if (!isAccountList(accounts) || accounts.length === 0) return
  console.log('\n  Demo accounts (invented people, this machine only):')
  for (const line of accountLines(accounts)) console.log(`    ${line}`)
  console.log('')
}
