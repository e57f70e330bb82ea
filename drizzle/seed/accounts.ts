import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Demo } from './demo/records'

/** The demonstration's accounts with their passwords, for whoever started it alone: also where the file already stood. */
export function writeAccounts(folder: string, { users }: Pick<Demo, 'users'>): string {
  const file = join(folder, 'demo-accounts.json')
  const accounts = users.map(({ email, name, role, offices, partner, password }) => ({
    email,
    name,
    role,
    offices,
    partner,
    password,
  }))
  writeFileSync(file, JSON.stringify(accounts, null, 2), { mode: 0o600 })
  chmodSync(file, 0o600)
  return file
}
