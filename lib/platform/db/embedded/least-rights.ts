import postgres from 'postgres'
import { LOCKS } from '../locks'

/**
 * What PostgreSQL gives to everybody and the field has no use for: ending sister connections, large objects, locks that
 * others wait on, what other connections do. Only the cluster's first login can take it back, in each database.
 */
const TAKEN_BACK = `p.proname ~ '^(pg_terminate_backend|pg_cancel_backend|pg_advisory_|pg_try_advisory_|lo_|loread$|lowrite$|pg_stat_get_activity$)'`

export async function takeBackRights(superuserUrl: string): Promise<void> {
  const url = new URL(superuserUrl)
  url.pathname = '/relais'
  const sql = postgres(url.href, { max: 1, onnotice: () => {} })
  try {
    await sql.unsafe(`do $$ declare f record; begin
      for f in select p.oid::regprocedure as name from pg_catalog.pg_proc p
        where p.pronamespace = 'pg_catalog'::regnamespace and ${TAKEN_BACK}
          and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) loop
        execute format('revoke execute on function %s from public', f.name);
      end loop; end $$`)
    // Migrations wait for each other, sign-ins of one account too; bootstrap hands these on to whoever needs them.
    await sql.unsafe(`grant execute on function ${LOCKS} to relais_admin with grant option`)
  } finally {
    await sql.end()
  }
}
