import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { env } from '@/lib/platform/env/env'
import { countStatement } from './count'
import type { OpenLane } from './lane'
import { Lanes } from './lanes'
import { addressOf, type Group } from './logins'
import * as schema from './schema'

const poolSize: Record<Group, number> = { web: 12, partner: 4, auth: 2, worker: 2, report: 2 }

/** What drizzle asks of a client: it sets how dates are read, sends statements and begins transactions. */
type Options = Pick<postgres.Sql['options'], 'parsers' | 'serializers'>

const opening =
  (group: Group, options: Options): OpenLane =>
  (closed) => {
    const client = postgres(addressOf(group), {
      max: 1,
      max_lifetime: null,
      connect_timeout: 5,
      onclose: closed,
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
    Object.assign(client.options.parsers, options.parsers)
    Object.assign(client.options.serializers, options.serializers)
    return client
  }

/** One statement, sent in the next moment: until then drizzle may ask for rows as arrays. */
function statement(lanes: Lanes, query: string, params: unknown[]) {
  let asArrays = false
  const answer = Promise.resolve().then(() => lanes.unsafe(query, params, asArrays))
  const values = () => {
    asArrays = true
    return answer
  }
  return Object.assign(answer, { values })
}

function connect(group: Group) {
  const options: Options = { parsers: {}, serializers: {} }
  const lanes = new Lanes(opening(group, options), poolSize[group])
  const client = {
    options,
    begin: (work: Parameters<Lanes['begin']>[0]) => lanes.begin(work),
    unsafe: (query: string, params: unknown[] = []) => statement(lanes, query, params),
  }
  return { db: drizzle(client as unknown as postgres.Sql, { schema }), lanes, close: () => lanes.close() }
}

export type Connection = ReturnType<typeof connect>
export type Db = Connection['db']
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0]

/** Pools live on globalThis: Next may load this module more than once in a process. */
const store = globalThis as typeof globalThis & { relaisPools?: Map<Group, Connection> }

function connection(group: Group): Connection {
  store.relaisPools ??= new Map()
  let found = store.relaisPools.get(group)
  if (!found) {
    found = connect(group)
    store.relaisPools.set(group, found)
  }
  return found
}

export const pool = (group: Group): Db => connection(group).db

/** How many connections of a login are in use: what the tests of fairness look at. */
export const busyConnections = (group: Group): number => connection(group).lanes.busy

export async function closePools(): Promise<void> {
  const open = [...(store.relaisPools?.values() ?? [])]
  store.relaisPools?.clear()
  await Promise.all(open.map((one) => one.close()))
}
