import { randomBytes } from 'node:crypto'
import type { Sql } from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { hashOf } from '@/lib/platform/access/sessions'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'

/** Tables that are the same for everybody, without a person in them. */
const PUBLIC = ['app.instance', 'app.referral_transitions']

let web: Sql
let partner: Sql
let supervisor: SignedIn
let agency: SignedIn

beforeAll(async () => {
  web = raw('web')
  partner = raw('partner')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  await insertCases([
    {
      id: crypto.randomUUID(),
      officeId: 'MOP',
      sensitivity: 'S3',
      leadId: lead.id,
      members: [{ userId: lead.id, capacity: 'LEAD' }],
      referrals: [
        {
          id: crypto.randomUUID(),
          partner: 'UNICEF',
          service: 'CP_BIA',
          state: 'ACCEPTED',
          sent: true,
          quietDays: 1,
          consentStatus: 'GIVEN',
          sharesEnded: false,
        },
      ],
    },
  ])
})

/** How many rows of each readable table somebody with this token sees; tables without any are left out. */
async function rowsSeen(login: Sql, token?: string): Promise<Record<string, number>> {
  const tables =
    await login`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'access', 'vault', 'audit', 'jobs') and c.relkind = 'r'
      and has_any_column_privilege(c.oid, 'select')`
  const count = async (tx: Pick<Sql, 'unsafe'>) => {
    const seen: Record<string, number> = {}
    for (const { name } of tables) {
      const [row] = await tx.unsafe(`select count(*)::int as n from ${name}`)
      if (row?.n && !PUBLIC.includes(String(name))) seen[String(name)] = Number(row.n)
    }
    return seen
  }
  return token === undefined ? count(login) : presenting(login, token, count)
}

const aged = async (who: SignedIn, change: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await root()`insert into access.sessions (token_hash, user_id, kind, expires_at)
    values (${hashOf(token)}, ${who.id}, ${who.kind}, now() + interval '12 hours')`
  await root().unsafe(
    `update access.sessions set ${change} where token_hash = '\\x${hashOf(token).toString('hex')}'`,
  )
  return token
}

describe('a live token', () => {
  test('shows staff their work on the staff login', async () => {
    const seen = await rowsSeen(web, supervisor.token)
    expect(seen).toMatchObject({
      'app.cases': 1,
      'app.people': 1,
      'app.referrals': 1,
      'app.shares': 2,
      'app.notes': 1,
    })
  })

  test('shows an agency what was sent to it on the partner login', async () => {
    expect(await rowsSeen(partner, agency.token)).toMatchObject({
      'app.referrals': 1,
      'app.shares': 2,
      'vault.keys': 2,
    })
  })

  test('is worth nothing on the other login', async () => {
    expect(await rowsSeen(partner, supervisor.token)).toEqual({})
    expect(await rowsSeen(web, agency.token)).toEqual({})
  })
})

describe('no rows at all', () => {
  test('without a token, with an empty one and with a forged one', async () => {
    for (const login of [web, partner]) {
      expect(await rowsSeen(login)).toEqual({})
      for (const token of [
        '',
        ' ',
        'x',
        supervisor.id,
        randomBytes(32).toString('base64url'),
        `${supervisor.token}a`,
      ])
        expect(await rowsSeen(login, token)).toEqual({})
    }
  })

  test('with the hash of a token instead of the token', async () => {
    expect(await rowsSeen(web, hashOf(supervisor.token).toString('hex'))).toEqual({})
    expect(await rowsSeen(web, hashOf(supervisor.token).toString('base64url'))).toEqual({})
  })

  test('with a user id in any setting one might guess', async () => {
    await web.begin(async (tx) => {
      for (const setting of [
        'app.user_id',
        'relais.user',
        'relais.user_id',
        'relais.role',
        'relais.maintenance',
        'role.name',
      ])
        await tx`select set_config(${setting}, ${setting.endsWith('maintenance') ? 'on' : supervisor.id}, true)`
      expect(await tx`select id from app.cases`).toEqual([])
    })
  })

  test('after 15 idle minutes, and one second before that all of them', async () => {
    expect(
      await rowsSeen(web, await aged(supervisor, "last_seen_at = now() - interval '15 minutes 1 second'")),
    ).toEqual({})
    const nearly = await aged(supervisor, "last_seen_at = now() - interval '14 minutes 50 seconds'")
    expect(await rowsSeen(web, nearly)).toMatchObject({ 'app.cases': 1 })
  })

  test('after 12 hours, however busy they were', async () => {
    const [row] =
      await root()`select extract(epoch from expires_at - created_at)::int as life from access.sessions
      where token_hash = ${hashOf(supervisor.token)}`
    expect(row?.life).toBe(12 * 3600)
    expect(await rowsSeen(web, await aged(supervisor, "expires_at = now() - interval '1 second'"))).toEqual(
      {},
    )
  })

  test('with a revoked token, also when it is still young', async () => {
    expect(await rowsSeen(web, await aged(supervisor, 'revoked_at = now()'))).toEqual({})
    expect(await rowsSeen(partner, await aged(agency, 'revoked_at = now()'))).toEqual({})
  })

  test('for a user who was deactivated a moment ago', async () => {
    const leaving = await signedIn('SUPERVISOR', 'MOP')
    expect(await rowsSeen(web, leaving.token)).toMatchObject({ 'app.cases': 1 })
    await root()`update access.users set active = false where id = ${leaving.id}`
    expect(await rowsSeen(web, leaving.token)).toEqual({})
  })

  test('change for the owner who does not say that it maintains', async () => {
    await root().begin(async (tx) => {
      await tx`set local role relais_owner`
      for (const table of [
        'app.cases',
        'app.people',
        'app.consents',
        'app.notes',
        'access.users',
        'vault.keys',
      ])
        expect((await tx.unsafe(`delete from ${table}`)).count, table).toBe(0)
      expect((await tx`update app.cases set risk = 'LOW'`).count).toBe(0)
    })
  })
})
