import postgres from 'postgres'
import { env } from '@/lib/platform/env/env'
import { LOCKERS, LOCKS } from './locks'
import { groups, loginOf } from './logins'
import { sqlStateOf } from './sqlstate'

const roles = ['relais_owner', 'relais_definer', ...groups.map((group) => `relais_${group}`)]

/**
 * Roles and logins, as the administrative login (owner of the database with CREATEROLE; no superuser needed).
 * Groups are shared by every instance of a server and never altered; logins belong to this instance.
 * Errors: `MissingCreaterole` with the SQL that somebody with the right must run.
 */
export class MissingCreaterole extends Error {
  constructor(readonly sql: string) {
    super('The DATABASE_URL login may not create roles.')
  }
}

export async function bootstrap(): Promise<void> {
  const admin = postgres(env().databaseUrl, { max: 1, onnotice: () => {} })
  try {
    await admin.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(7100)`
      for (const statement of await missing(tx)) await tx.unsafe(statement)
      await handOnLocks(tx)
    })
  } catch (error) {
    if (sqlStateOf(error) === '42501') throw new MissingCreaterole(sqlForOperator())
    throw error
  } finally {
    await admin.end()
  }
}

async function missing(tx: postgres.TransactionSql): Promise<string[]> {
  const have = new Set((await tx`select rolname from pg_roles`).map((row) => row.rolname as string))
  const [here] =
    await tx`select current_database() as name, current_user as me, current_setting('server_version_num') as version`
  const database = quoted(String(here?.name))
  const me = quoted(String(here?.me))
  // Where PostgreSQL can say so (16), a login has what its group may and cannot put the group's role on.
  const inheritsOnly = Number(here?.version) >= 160000 ? ' with inherit true, set false' : ''
  const statements = roles.filter((role) => !have.has(role)).map(creation)
  for (const group of groups) {
    const { user, password } = loginOf(group)
    statements.push(
      `${have.has(user) ? 'alter' : 'create'} role ${user} login password '${password}'`,
      `grant relais_${group} to ${user}${inheritsOnly}`,
      `grant connect on database ${database} to ${user}`,
    )
  }
  statements.push(...(await ownSettings(tx, have)))
  const member = await tx`select r.rolname from pg_auth_members m join pg_roles r on r.oid = m.roleid
    join pg_roles u on u.oid = m.member where u.rolname = current_user`
  const mine = new Set(member.map((row) => row.rolname as string))
  statements.push(
    ...['relais_owner', 'relais_definer']
      .filter((role) => !mine.has(role) || have.has(role))
      .map((role) => `grant ${role} to ${me}`),
    'grant relais_definer to relais_owner',
    `revoke connect, temporary on database ${database} from public`,
    `grant create, connect on database ${database} to relais_owner`,
  )
  return statements
}

/**
 * A login may set its own defaults (`alter role current_user set …`), everywhere or in one database, and so make every
 * connection after it useless: what it set does not outlive a start.
 */
async function ownSettings(tx: postgres.TransactionSql, have: ReadonlySet<string>): Promise<string[]> {
  const logins = groups.map((group) => loginOf(group).user).filter((user) => have.has(user))
  const set = await tx<{ login: string; database: string }[]>`select r.rolname as login, d.datname as database
    from pg_db_role_setting s join pg_roles r on r.oid = s.setrole join pg_database d on d.oid = s.setdatabase
    where r.rolname = any(${logins})`
  return [
    ...logins.map((login) => `alter role ${login} reset all`),
    ...set.map(({ login, database }) => `alter role ${login} in database ${quoted(database)} reset all`),
  ]
}

/** Where the right to lock was taken from everybody (our own cluster does), those who need it get it by name. */
async function handOnLocks(tx: postgres.TransactionSql): Promise<void> {
  const [may] =
    await tx`select has_function_privilege('pg_advisory_lock(bigint)', 'execute with grant option') as grants`
  if (may?.grants) await tx.unsafe(`grant execute on function ${LOCKS} to ${LOCKERS}`)
}

/** The owner may become the definer to hand over functions, but inherits none of what the definer reads. */
const creation = (role: string) => `create role ${role} nologin${role === 'relais_owner' ? ' noinherit' : ''}`

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** What a database administrator runs once when our own login may not create roles. */
export function sqlForOperator(): string {
  const lines = roles.map((role) => `${creation(role)};`)
  for (const group of groups) {
    const { user, password } = loginOf(group)
    lines.push(`create role ${user} login password '${password}' in role relais_${group};`)
  }
  lines.push(
    'grant relais_owner, relais_definer to <the DATABASE_URL login>;',
    'grant relais_definer to relais_owner;',
  )
  return lines.join('\n')
}
