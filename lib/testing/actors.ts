import { randomUUID } from 'node:crypto'
import type { Sql, TransactionSql } from 'postgres'
import type { SessionKind } from '@/lib/platform/access/cookies'
import { asSession, enter } from '@/lib/platform/access/enter'
import type { Role } from '@/lib/platform/access/roles'
import { startSession } from '@/lib/platform/access/sessions'
import type { Ctx } from '@/lib/platform/gate/verb'
import { root } from './database'

export type Person = {
  id: string
  email: string
  role: Role
  offices: readonly string[]
  partner: string | null
  kind: SessionKind
  /** Offices of a partner's base; nothing: all of them. */
  base?: readonly string[] | undefined
}
export type SignedIn = Person & { token: string }

type Wanted = {
  role: Role
  offices?: readonly string[]
  partner?: string | null
  id?: string
  hash?: string
  /** Offices that a partner's base covers; without, all of them. */
  base?: readonly string[]
}

/** Invented users; with `hash` they can sign in. */
export async function insertPeople(wanted: readonly Wanted[]): Promise<Person[]> {
  const people = wanted.map(({ role, offices = [], partner = null, id = randomUUID(), hash, base }) => ({
    id,
    email: `${id}@example.org`,
    role,
    offices,
    partner,
    kind: role === 'PARTNER_FP' ? ('partner' as const) : ('staff' as const),
    hash,
    base,
  }))
  await root().begin(async (tx) => {
    for (const { id, email, role, partner, offices, hash, base } of people) {
      const baseId = partner ? await baseOf(tx, partner, base) : null
      await tx`insert into access.users (id, email, name, role, partner_code, base_id)
        values (${id}, ${email}, ${`${role} ${offices.join('+')}`}, ${role}, ${partner}, ${baseId})`
      for (const office of offices) await tx`insert into access.user_offices values (${id}, ${office})`
      if (hash) await tx`insert into access.credentials (user_id, password_hash) values (${id}, ${hash})`
    }
  })
  return people.map(({ hash: _, ...person }) => person)
}

async function baseOf(tx: TransactionSql, partner: string, offices?: readonly string[]): Promise<string> {
  const name = offices?.join('+') ?? 'everywhere'
  const [row] = await tx`insert into app.partner_bases (partner_code, name, offices)
    values (${partner}, ${name}, coalesce(${offices ? [...offices] : null}::text[], array(select id from access.offices)))
    on conflict (partner_code, name) do update set name = excluded.name returning id`
  return String(row?.id)
}

/** A new user of that role with a live session. A partner's place is its code, everybody else's their offices. */
export async function signedIn(role: Role, ...places: readonly string[]): Promise<SignedIn> {
  const partner = role === 'PARTNER_FP' ? (places[0] ?? 'UNICEF') : null
  const [person] = await insertPeople([{ role, partner, offices: partner ? [] : places }])
  if (!person) throw new Error('nobody was inserted')
  return sessionOf(person)
}

export const sessionOf = async (person: Person): Promise<SignedIn> => ({
  ...person,
  token: await startSession(person.id, person.kind),
})

/** One transaction as this person, through the application's own door. */
export function as<T>(person: SignedIn, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return asSession(person.kind, async (tx) => {
    const entry = await enter(tx, person.token, person.kind)
    if (entry.state !== 'live') throw new Error(`the session is ${entry.state}`)
    return work({ tx, actor: entry.actor })
  })
}

/** Raw SQL with a token presented, and nothing else of ours in between. */
export function presenting<T>(
  login: Sql,
  token: string,
  work: (tx: TransactionSql) => Promise<T>,
): Promise<T> {
  return login.begin(async (tx) => {
    await tx`select set_config('relais.session', ${token}, true)`
    return work(tx)
  }) as Promise<T>
}
