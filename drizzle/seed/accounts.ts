import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Demo } from './demo/records'

type Account = Pick<Demo['users'][number], 'email' | 'name' | 'role' | 'partner' | 'password'> & {
  offices: readonly string[]
}
const placeIn = (folder: string): string => join(folder, 'demo-accounts.json')

/** The demonstration's accounts with their passwords, for whoever started it alone: also where the file already stood. */
export function writeAccounts(folder: string, { users }: { users: readonly Account[] }): string {
  const file = placeIn(folder)
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

/** One more account in the file, once; nothing where no demonstration keeps one. */
export function addAccount(folder: string, account: Account): void {
  if (!existsSync(placeIn(folder))) return
  const users: Account[] = JSON.parse(readFileSync(placeIn(folder), 'utf8'))
  if (users.every(({ email }) => email !== account.email))
    writeAccounts(folder, { users: [...users, account] })
}
