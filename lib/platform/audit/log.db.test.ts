import type { TransactionSql } from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/alerts/[id]/close/route'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { auditMac } from '@/lib/platform/db/migrate'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { owner, raw, root } from '@/lib/testing/database'
import { alertValues, raised } from '@/lib/testing/factories/alert-values'
import { census, growth, post } from '@/lib/testing/requests'
import { append } from './append'

let agent: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  agent = await signedIn('DTM_ENUM', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  for (let turn = 0; turn < 12; turn += 1) {
    const id = await raised(raise, agent)
    if (turn % 2 === 0) await post(close, { as: supervisor, params: { id }, values: { reason: 'NOT_FOUND' } })
  }
})

describe('an event of the log', () => {
  test('stands in the same transaction as what it tells', async () => {
    const id = await raised(raise, agent)
    const rows = await root()`select a.xmin::text as data, (e.xid::text::numeric % 4294967296)::text as event
      from app.alerts a join audit.events e on e.detail like ${`%${id}%`} where a.id = ${id}`
    expect(rows.length).toBe(1)
    expect(rows[0]?.event).toBe(rows[0]?.data)
  })

  test('names actor, session and time by itself', async () => {
    await as(agent, ({ tx }) =>
      append(tx, {
        action: 'help.glossary',
        subject: { type: 'page', id: 'help.glossary' },
        outcome: 'done',
      }),
    )
    const [row] =
      await root()`select actor_id, session_id is not null as session, now() - at < interval '1 minute' as fresh
      from audit.events where action = 'help.glossary'`
    expect(row).toEqual({ actor_id: agent.id, session: true, fresh: true })
  })

  test('that cannot be written takes the change with it', async () => {
    await root().unsafe(`create function audit.refuse() returns trigger language plpgsql as
      $$ begin raise exception 'the disk of the log is full'; end $$;
      create trigger refuse before insert on audit.events execute function audit.refuse()`)
    const before = await census()
    try {
      const id = crypto.randomUUID()
      await expect(post(raise, { as: agent, values: alertValues({ _key: id }) })).rejects.toThrow()
      const [waiting] = await root()`select id from app.alerts where state = 'NEW' limit 1`
      await expect(
        post(close, { as: supervisor, params: { id: String(waiting?.id) }, values: { reason: 'NOT_FOUND' } }),
      ).rejects.toThrow()
      const [still] = await root()`select state from app.alerts where id = ${String(waiting?.id)}`
      expect(still?.state).toBe('NEW')
      expect(growth(before, await census())).toEqual({})
    } finally {
      await root().unsafe('drop trigger refuse on audit.events; drop function audit.refuse()')
    }
  })

  test('can only be appended, by no login otherwise', async () => {
    for (const group of ['web', 'partner', 'auth', 'worker', 'report'] as const) {
      const login = raw(group)
      for (const change of [
        "update audit.events set action = 'x'",
        'delete from audit.events',
        'truncate audit.events',
        "insert into audit.events (action, object_type, outcome, canonical, mac) values ('a', 'b', 'done', '', '')",
      ])
        await expect(login.unsafe(change), `${group}: ${change}`).rejects.toThrow(/permission denied/)
    }
  })

  test('is not rewritten by the owner who maintains, either', async () => {
    for (const change of [
      "update audit.events set action = 'x'",
      'delete from audit.events',
      'truncate audit.events',
    ])
      await expect(
        owner().begin(async (tx) => {
          await tx.unsafe("set local role relais_owner; set local relais.maintenance = 'on'")
          await tx.unsafe(change)
        }),
        change,
      ).rejects.toThrow(/permission denied/)
  })

  test('is read by the data protection officer alone', async () => {
    const officer = await signedIn('DPO')
    const web = raw('web')
    const seen = (token: string) => presenting(web, token, (tx) => tx`select id from audit.events`)
    expect((await seen(officer.token)).length).toBeGreaterThan(10)
    expect(await seen(supervisor.token)).toEqual([])
  })

  test('holds no word that was typed', async () => {
    const rows = await root()`select row_to_json(e)::text as row from audit.events e`
    for (const { row } of rows) expect(row).not.toMatch(/Hawa|Dembélé|matrone/)
  })
})

type Event = { id: string; canonical: Buffer; mac: Buffer }
const firstBad = async (tx: TransactionSql): Promise<string | null> =>
  (await tx`select audit.first_bad_row() as id`)[0]?.id as string | null

/** Tampers as the superuser, asks, and takes it back. */
async function foundAfter(change: (tx: TransactionSql) => Promise<unknown>): Promise<string | null> {
  let found: string | null = null
  await root()
    .begin(async (tx) => {
      await change(tx)
      found = await firstBad(tx)
      throw new Error('taken back')
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== 'taken back') throw error
    })
  return found
}

describe('the verifier', () => {
  const events = () => root()<Event[]>`select id, canonical, mac from audit.events order by id`

  test('finds nothing in an honest log, asked by the owner’s login', async () => {
    const [row] = await owner().begin(async (tx) => {
      await tx`set local role relais_owner`
      return tx`select audit.first_bad_row() as id`
    })
    expect(row?.id).toBeNull()
  })

  test('agrees with the keyed hash computed outside the database', async () => {
    for (const { canonical, mac } of await events()) expect(auditMac(canonical).equals(mac)).toBe(true)
  })

  test('finds each column that was changed', async () => {
    const changes = [
      "xid = '77'::xid8",
      "at = at + interval '1 microsecond'",
      'actor_id = gen_random_uuid()',
      'actor_id = null',
      'session_id = null',
      'on_behalf_of = gen_random_uuid()',
      "action = action || ' '",
      'object_type = upper(object_type)',
      "object_id = object_id || 'x'",
      'case_id = gen_random_uuid()',
      "outcome = 'refused'",
      `detail = detail || ' '`,
      "canonical = canonical || '\\x00'",
      'mac = sha256(canonical)',
    ]
    const list = await events()
    for (const [index, change] of changes.entries()) {
      const victim = list[(index * 5) % list.length]?.id ?? ''
      const found = await foundAfter((tx) =>
        tx.unsafe(`update audit.events set ${change} where id = ${victim} and outcome = 'done'`),
      )
      expect([change, found]).toEqual([change, victim])
    }
  })

  test('finds any flipped bit of the bytes or of the hash, 400 at random', async () => {
    const list = await events()
    const missed: unknown[] = []
    for (let turn = 0; turn < 400; turn += 1) {
      const victim = list[(turn * 7) % list.length]
      if (!victim) continue
      const column = turn % 2 ? 'canonical' : 'mac'
      const bit = (turn * 2_654_435_761) % (victim[column].length * 8)
      const found = await foundAfter((tx) =>
        tx.unsafe(
          `update audit.events set ${column} = set_bit(${column}, ${bit}, 1 - get_bit(${column}, ${bit})) where id = ${victim.id}`,
        ),
      )
      if (found !== victim.id) missed.push({ column, bit, found })
    }
    expect(missed).toEqual([])
  })

  test('finds a row that somebody made up, and two whose stories were exchanged', async () => {
    const [first, second] = await events()
    const forged = await foundAfter((tx) =>
      tx.unsafe(
        `insert into audit.events (action, object_type, outcome, canonical, mac) values ('a', 'b', 'done', 'x', sha256('x'))`,
      ),
    )
    expect(forged).not.toBeNull()
    const exchanged = await foundAfter(async (tx) => {
      await tx.unsafe(`update audit.events e set canonical = o.canonical, mac = o.mac from audit.events o
        where (e.id, o.id) in ((${first?.id}, ${second?.id}), (${second?.id}, ${first?.id}))`)
    })
    expect(exchanged).toBe(first?.id)
  })
})
