import type { Role } from '@/lib/platform/access/roles'
import { type SignedIn, signedIn } from '../actors'

/** Who acts in a run: two offices, their teams and supervisors, and somebody who has no case at all. */
export const CAST = {
  ana: { role: 'SOCIAL_WORKER', office: 'MOP' },
  ben: { role: 'PSYCHOLOGIST', office: 'MOP' },
  cy: { role: 'LAWYER', office: 'MOP' },
  sam: { role: 'SUPERVISOR', office: 'MOP' },
  sol: { role: 'SUPERVISOR', office: 'MOP' },
  dee: { role: 'SOCIAL_WORKER', office: 'GAO' },
  gus: { role: 'SUPERVISOR', office: 'GAO' },
} as const satisfies Record<string, { role: Role; office: string }>

export type Name = keyof typeof CAST
export type Office = (typeof CAST)[Name]['office']
export const NAMES = Object.keys(CAST) as Name[]
export type Cast = Readonly<Record<Name, SignedIn>>

export const isTeamRole = (name: Name): boolean => CAST[name].role !== 'SUPERVISOR'
export const isSupervisor = (name: Name): boolean => CAST[name].role === 'SUPERVISOR'

/** A real place of each office. */
export const PLACE: Readonly<Record<Office, string>> = { MOP: 'ML0506', GAO: 'ML0703' }

export async function castOf(): Promise<Cast> {
  const all = await Promise.all(
    NAMES.map(async (name) => [name, await signedIn(CAST[name].role, CAST[name].office)] as const),
  )
  return Object.fromEntries(all) as Cast
}

export const nameOf = (cast: Cast, id: string | null): Name | null =>
  NAMES.find((name) => cast[name].id === id) ?? null
