import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Account = {
  email: string
  name: string
  role: string
  offices: string[]
  partner: string | null
  password: string
}

export const all: Account[] = JSON.parse(
  readFileSync(join(process.env.RELAIS_DATA ?? '.relais', 'demo-accounts.json'), 'utf8'),
)

/** The first demonstration account of a role, in an office or of an agency where that matters; `nth` for a colleague. */
export function account(
  role: string,
  where: { office?: string; partner?: string; nth?: number } = {},
): Account {
  const fitting = all.filter(
    (one) =>
      one.role === role &&
      (!where.office || one.offices.includes(where.office)) &&
      (!where.partner || one.partner === where.partner),
  )
  const found = fitting[where.nth ?? 0]
  if (!found) throw new Error(`no demonstration account: ${role} ${JSON.stringify(where)}`)
  return found
}

export const roles = [...new Set(all.map((one) => one.role))]
