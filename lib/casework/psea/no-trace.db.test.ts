import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { command } from '@/lib/platform/gate/command'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { post } from '@/lib/testing/requests'
import { tellOfAbuse } from './tell-of-abuse'

let author: SignedIn
const _key = randomUUID()
const values = { safeNow: 'NO', organisation: 'ACTED', words: 'at the distribution', _key }
const tell = () => post(command(tellOfAbuse), { as: author, params: {}, values, json: true })

beforeAll(async () => {
  author = await signedIn('SOCIAL_WORKER', 'MOP')
  const focal = await signedIn('SOCIAL_WORKER', 'MOP')
  await root()`insert into app.staff_functions (person_id, function, office_id) values (${focal.id}, 'PSEA_FOCAL_POINT', 'MOP')`
})

test('nothing that the report’s transaction wrote beside it names its author, nor does the log of that moment', async () => {
  expect((await tell()).status).toBe(200)
  const [report] = await root()`select id, xmin::text as xid from app.psea_reports`
  const tables = await root()`select c.oid::regclass::text as name from pg_class c
    where c.relkind = 'r' and c.relnamespace in (select oid from pg_namespace where nspname in ('app', 'access', 'vault', 'audit', 'jobs', 'report'))`
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await root().unsafe(
      `select row_to_json(t)::text as row from ${name} t where t.xmin::text = $1`,
      [String(report?.xid)],
    )
    if (rows.some(({ row }) => String(row).includes(author.id))) found.push(String(name))
  }
  // The report itself says whom its hearer must not be; a session says only that somebody was there.
  expect(found.filter((name) => !['app.psea_reports', 'access.sessions'].includes(name))).toEqual([])
  const lines =
    await root()`select action from audit.events where actor_id = ${author.id} and action <> 'session.start'`
  expect(lines).toEqual([])
})

test('sent twice, it is told once', async () => {
  expect((await tell()).status).toBe(200)
  expect(await root()`select from app.psea_reports`).toHaveLength(1)
  expect(await root()`select from app.spent_keys`).toEqual([])
})

test('the log takes a line without a name from nobody who has told nothing', async () => {
  const say = (token: string, id: string, outcome: string) =>
    presenting(
      raw('web'),
      token,
      (tx) => tx`select audit.append_unsigned('psea.report', ${id}, ${outcome})`,
    ).then(
      () => 'taken',
      (error: { code?: string }) => error.code,
    )
  expect(await say('', '', 'refused')).toBe('42501')
  for (const id of ['Awa Traore rue 12', 'x'.repeat(5_000_000), randomUUID()])
    for (const outcome of ['done', 'refused', 'missing', 'told'])
      expect(await say(author.token, id, outcome)).toBe('23514')
})
