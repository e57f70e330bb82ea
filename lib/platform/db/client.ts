import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from '@/lib/platform/env/env'
import { countStatement } from './count'
import { addressOf, type Group } from './logins'
import * as schema from './schema'

const poolSize: Record<Group, number> = { web: 12, partner: 4, auth: 2, worker: 2, report: 2 }

type Callable = (...args: unknown[]) => unknown

/** drizzle asks postgres.js not to prepare; preparing is twice as fast here, so the wish is overruled. */
function prepared<T extends object>(client: T): T {
  return new Proxy(client, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      if (name === 'unsafe') return asPrepared(target, member as Callable)
      return name === 'begin' || name === 'savepoint' ? scoped(target, member as Callable) : member
    },
  })
}

const asPrepared =
  (target: object, unsafe: Callable) =>
  (query: string, params: unknown[] = []) =>
    unsafe.call(target, query, params, { prepare: params.length > 0 })

const scoped =
  (target: object, open: Callable) =>
  (...args: unknown[]) =>
    open.apply(
      target,
      args.map((arg) => (typeof arg === 'function' ? (tx: object) => arg(prepared(tx)) : arg)),
    )

function connect(group: Group) {
  const client = postgres(addressOf(group), {
    max: poolSize[group],
    idle_timeout: 300,
    connect_timeout: 10,
    onnotice: () => {},
    ...(env().measure ? { debug: (_: number, query: string) => countStatement(query) } : {}),
    connection: {
      application_name: `relais_${group}`,
      // Statements here take milliseconds; compiling them took fifty.
      jit: 'off' as never,
      statement_timeout: 8000,
      lock_timeout: 4000,
      idle_in_transaction_session_timeout: 15_000,
    },
  })
  return { db: drizzle(prepared(client), { schema }), close: () => client.end({ timeout: 2 }) }
}

export type Connection = ReturnType<typeof connect>
export type Db = Connection['db']
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** Pools live on globalThis: Next may load this module more than once in a process. */
const store = globalThis as typeof globalThis & { relaisPools?: Map<Group, Connection> }

export function pool(group: Group): Db {
  store.relaisPools ??= new Map()
  let found = store.relaisPools.get(group)
  if (!found) {
    found = connect(group)
    store.relaisPools.set(group, found)
  }
  return found.db
}

export async function closePools(): Promise<void> {
  const open = [...(store.relaisPools?.values() ?? [])]
  store.relaisPools?.clear()
  await Promise.all(open.map((one) => one.close()))
}
