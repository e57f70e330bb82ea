import { describe, expect, test } from 'vitest'
import { groups, loginOf } from '@/lib/platform/db/logins'
import { raw, root } from '@/lib/testing/database'

/** Checks of the whole schema from the database's own catalogue: a new table that forgets a rule fails here. */
const OURS = ['app', 'access', 'vault', 'audit', 'jobs', 'report', 'clock']
const names = async (query: string): Promise<string[]> =>
  (await root().unsafe(query)).map((row) => String(row.name))
const ourNamespaces = `(select oid from pg_namespace where nspname in (${OURS.map((one) => `'${one}'`).join(', ')}))`
const appRoles = groups.map((group) => `'relais_${group}'`).join(', ')

describe('every table', () => {
  test('has row-level security, forced', async () => {
    expect(
      await names(`select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and relnamespace in ${ourNamespaces}
        and not (relrowsecurity and relforcerowsecurity)`),
    ).toEqual([])
  })

  test('has at least one policy, and none that forgets whom it is for', async () => {
    expect(
      await names(`select c.oid::regclass::text as name from pg_class c where relkind in ('r', 'p') and relnamespace in ${ourNamespaces}
        and not exists (select from pg_policy p where p.polrelid = c.oid)`),
    ).toEqual([])
    expect(
      await names(
        `select polrelid::regclass || ' ' || polname as name from pg_policy where 0 = any(polroles)`,
      ),
    ).toEqual([])
  })

  test('belongs to the owner who never logs in', async () => {
    expect(
      await names(`select c.oid::regclass::text as name from pg_class c join pg_roles r on r.oid = c.relowner
        where relkind in ('r', 'p', 'v', 'm', 'S') and relnamespace in ${ourNamespaces} and rolname <> 'relais_owner'`),
    ).toEqual([])
  })

  test('holds codes as text: no enumerated types, whose comparisons leak', async () => {
    expect(
      await names(
        `select typname as name from pg_type where typtype = 'e' and typnamespace in ${ourNamespaces}`,
      ),
    ).toEqual([])
  })

  test('is not shown through a view that would forget the reader', async () => {
    expect(
      await names(`select oid::regclass::text as name from pg_class where relkind in ('v', 'm') and relnamespace in ${ourNamespaces}
        and not coalesce(reloptions @> array['security_invoker=true'], false)`),
    ).toEqual([])
  })
})

describe('every role of the application', () => {
  test('is no superuser, does not pass row security and owns nothing', async () => {
    expect(
      await names(`select rolname as name from pg_roles where rolname like 'relais\\_%' and rolname <> 'relais_admin'
        and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)`),
    ).toEqual([])
    expect(
      await names(`select r.rolname as name from pg_roles r where r.rolname ~ '^relais_(web|partner|auth|worker|report)'
        and (exists (select from pg_class c where c.relowner = r.oid) or exists (select from pg_proc p where p.proowner = r.oid)
          or exists (select from pg_namespace n where n.nspowner = r.oid) or exists (select from pg_database d where d.datdba = r.oid))`),
    ).toEqual([])
  })

  test('belongs to its own group and to no other', async () => {
    const rows =
      await root()`select u.rolname as login, array_agg(g.rolname::text) as groups from pg_auth_members m
      join pg_roles g on g.oid = m.roleid join pg_roles u on u.oid = m.member
      where u.rolname = any(${groups.map((group) => loginOf(group).user)}) group by 1`
    for (const { login, groups: own } of rows)
      expect(own).toEqual([String(login).replace(/^(relais_[a-z]+)_.*$/, '$1')])
    expect(rows.length).toBe(groups.length)
  })

  test('cannot become another, make temporary tables or create anything', async () => {
    for (const group of groups) {
      const login = raw(group)
      for (const forbidden of [
        'set role relais_owner',
        'set role relais_definer',
        'create temporary table t (a int)',
        'create table public.t (a int)',
        'create table app.t (a int)',
        'select * from migrations.__drizzle_migrations',
      ])
        await expect(login.unsafe(forbidden), `${group}: ${forbidden}`).rejects.toThrow(/permission denied/)
    }
  })

  test('ends no sister connection, locks nothing, makes no large object, watches nobody', async () => {
    expect(
      await names(`select r.rolname || ' ' || p.oid::regprocedure as name from pg_proc p, pg_roles r
        where p.pronamespace = 'pg_catalog'::regnamespace and r.rolname in (${appRoles})
          and p.proname ~ '^(pg_terminate_backend|pg_cancel_backend|pg_advisory_|pg_try_advisory_|lo_|loread$|lowrite$|pg_stat_get_activity$)'
          and has_function_privilege(r.oid, p.oid, 'execute')
          and not (r.rolname = 'relais_auth' and p.proname in ('pg_advisory_lock', 'pg_advisory_unlock', 'pg_advisory_xact_lock'))`),
    ).toEqual([])
    const [web, sister] = [raw('web'), raw('web')]
    const [{ pid } = { pid: 0 }] = await sister`select pg_backend_pid() as pid`
    for (const attack of [
      `select pg_terminate_backend(${pid})`,
      'select pg_advisory_lock(7101)',
      'select lo_create(0)',
    ])
      await expect(web.unsafe(attack), attack).rejects.toThrow(/permission denied/)
  })

  test('has no policy that checks nothing of what is written', async () => {
    expect(
      await names(`select polrelid::regclass || ' ' || polname as name from pg_policy
        where polcmd in ('a', 'w', '*') and coalesce(pg_get_expr(polwithcheck, polrelid), pg_get_expr(polqual, polrelid)) = 'true'`),
    ).toEqual([])
  })

  test('may not empty, reference or watch a table', async () => {
    expect(
      await names(`select r.rolname || ' ' || c.oid::regclass as name from pg_class c, pg_roles r
        where c.relkind = 'r' and c.relnamespace in ${ourNamespaces} and r.rolname in (${appRoles}, 'relais_definer')
        and (has_table_privilege(r.oid, c.oid, 'truncate') or has_table_privilege(r.oid, c.oid, 'trigger')
          or has_table_privilege(r.oid, c.oid, 'references'))`),
    ).toEqual([])
  })
})

describe('every function', () => {
  test('that runs with another’s rights looks nowhere but where it says', async () => {
    expect(
      await names(`select p.oid::regprocedure::text as name from pg_proc p where prosecdef and pronamespace in ${ourNamespaces}
        and not coalesce(proconfig @> array['search_path=""'], false)`),
    ).toEqual([])
  })

  test('that runs with another’s rights belongs to the definer, never to the owner', async () => {
    expect(
      await names(`select p.oid::regprocedure::text as name from pg_proc p join pg_roles r on r.oid = p.proowner
        where prosecdef and pronamespace in ${ourNamespaces} and rolname <> 'relais_definer'`),
    ).toEqual([])
  })

  test('can be run only by those it was given to', async () => {
    expect(
      await names(`select p.oid::regprocedure::text as name from pg_proc p where pronamespace in ${ourNamespaces}
        and exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) a where a.grantee = 0 and a.privilege_type = 'EXECUTE')`),
    ).toEqual([])
  })
})

describe('no wall', () => {
  test('decides by the role somebody has put on: only by who signed in', async () => {
    expect(
      await names(`select t.tgrelid::regclass || ' ' || t.tgname as name from pg_trigger t
        where not t.tgisinternal and pg_get_triggerdef(t.oid) ~* 'current_user|current_role'
        union all select p.polrelid::regclass || ' ' || p.polname from pg_policy p
        where coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') ~* 'current_user|current_role'
        union all select f.oid::regprocedure::text from pg_proc f where f.pronamespace in ${ourNamespaces}
          and f.prosrc ~* 'current_user|current_role' order by 1`),
    ).toEqual([
      // What runs on somebody's behalf runs as the definer: nobody of the field can become it.
      'access.writes_itself()',
      'app.alert_moves()',
    ])
  })
})

describe('the login of pages and verbs', () => {
  test('cannot read credentials or sessions, nor mint a session', async () => {
    const web = raw('web')
    for (const table of [
      'access.credentials',
      'access.sessions',
      'access.sign_in_attempts',
      'audit.secret',
      'jobs.outbox',
    ])
      await expect(web.unsafe(`select * from ${table}`), table).rejects.toThrow(/permission denied/)
    await expect(
      web`insert into access.sessions (token_hash, user_id, kind, expires_at)
        values ('\\x00', gen_random_uuid(), 'staff', now() + interval '1 hour')`,
    ).rejects.toThrow(/permission denied/)
    await expect(web`update access.users set role = 'DPO'`).rejects.toThrow(/permission denied/)
    await expect(web`insert into access.user_offices select gen_random_uuid(), 'MOP'`).rejects.toThrow(
      /permission denied/,
    )
  })

  test('cannot ask for the live session of others, or for work as the system', async () => {
    const web = raw('web')
    for (const call of [
      'access.live_session()',
      "audit.write(null, 'a', 'b', 'c', null, 'done', '{}')",
      "audit.mac_of('a')",
      'app.send_referral(gen_random_uuid())',
      "jobs.claim(array['send-referral'])",
      'jobs.send_referral(1)',
      'jobs.forget_done()',
      'audit.first_bad_row()',
    ])
      await expect(web.unsafe(`select * from ${call}`), call).rejects.toThrow(/permission denied/)
  })

  test('of partners reads no table about cases, people, consent or notes', async () => {
    const partner = raw('partner')
    for (const table of [
      'app.cases',
      'app.people',
      'app.case_members',
      'app.consents',
      'app.assistance',
      'app.notes',
      'app.alerts',
      'app.verifications',
      'app.referral_comments',
      'app.harm_reports',
      'app.psea_reports',
      'app.tasks',
      'audit.events',
      'access.sessions',
      'access.credentials',
    ])
      await expect(partner.unsafe(`select * from ${table}`), table).rejects.toThrow(/permission denied/)
    for (const column of [
      'case_id',
      'author_id',
      'facts',
      'draft',
      'consent_id',
      'sensitivity',
      'supervisor_id',
      // What it is told stands in columns of its own.
      'state',
      'due_at',
      'due_kind',
      'untold',
    ])
      await expect(partner.unsafe(`select ${column} from app.referrals`), column).rejects.toThrow(
        /permission denied/,
      )
    for (const column of ['case_id', 'sensitivity', 'consent_id'])
      await expect(partner.unsafe(`select ${column} from app.shares`), column).rejects.toThrow(
        /permission denied/,
      )
  })
})
