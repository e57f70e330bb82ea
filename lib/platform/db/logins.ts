import { derivedKey, env } from '@/lib/platform/env/env'

/** Groups that log in, each with its own grants and its own password. `relais_owner` and `relais_definer` never do. */
export const groups = ['web', 'partner', 'auth', 'worker', 'report'] as const
export type Group = (typeof groups)[number]

export function loginOf(group: Group): { user: string; password: string } {
  return {
    user: `relais_${group}_${env().instanceId}`,
    password: derivedKey(`database login ${group}`).toString('base64url'),
  }
}

/** Where the database is, taken from the administrative address, with another login. */
export function addressOf(group: Group): string {
  const url = new URL(env().databaseUrl)
  const { user, password } = loginOf(group)
  url.username = user
  url.password = password
  return url.toString()
}
