import { beforeAll, expect, test } from 'vitest'
import { idOf } from '@/drizzle/seed/demo/random'
import { readCursor, writeCursor } from '@/lib/platform/db/keyset'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { pageOfCases } from './page-of-cases'
import { readFilter } from './views'

const count = 60
let lead: SignedIn

/** Sixty cases, every third with no due date. */
beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'GAO')
  await insertCases(
    Array.from({ length: count }, (_, n) => ({
      id: idOf(`paged ${n}`),
      officeId: 'GAO',
      sensitivity: 'S3' as const,
      leadId: lead.id,
      members: [{ userId: lead.id, capacity: 'LEAD' as const }],
      referrals: [],
    })),
  )
  const sql = root()
  await sql`update app.cases set next_due_at = null where true`
  for (let n = 0; n < count; n += 1)
    if (n % 3 > 0)
      await sql`update app.cases set next_due_at = timestamptz '2014-06-20' + ${n} * interval '1 hour'
        where id = ${idOf(`paged ${n}`)}`
})

/** Every page by its link, until there is none. */
async function walk(query: Record<string, string> = {}, who = lead): Promise<string[]> {
  const seen: string[] = []
  let after: string | undefined
  for (let page = 0; page < 10; page += 1) {
    const rows = await as(who, (ctx) =>
      pageOfCases(
        ctx,
        readFilter((name) => query[name]),
        readCursor(after),
      ),
    )
    const shown = rows.slice(0, 25)
    seen.push(...shown.map(({ id }) => id))
    const last = shown.at(-1)
    if (rows.length <= 25 || !last) return seen
    after = writeCursor(last)
  }
  throw new Error('the pages do not end')
}

test('paging shows every case once, those without a due date last', async () => {
  const seen = await walk()
  expect(seen).toHaveLength(count)
  expect(new Set(seen).size).toBe(count)
  const undated = new Set(Array.from({ length: 20 }, (_, n) => idOf(`paged ${3 * n}`)))
  expect(seen.slice(-20).every((id) => undated.has(id))).toBe(true)
})

test.each(['F', 'M', 'X', 'U'] as const)(
  'a case of sex %s is found by that filter and by no other',
  async (sex) => {
    const id = idOf('paged 7')
    await root()`update app.people set sex = ${sex} where case_id = ${id}`
    expect(await walk({ sex })).toContain(id)
    for (const other of ['F', 'M', 'X', 'U'].filter((one) => one !== sex))
      expect(await walk({ sex: other })).not.toContain(id)
  },
)

test.each([40, 70])('all of %i restricted cases that ended are paged newest first', async (many) => {
  const named = await signedIn('SUPERVISOR', 'GAO')
  const ids = Array.from({ length: many }, (_, n) => idOf(`restricted ${many} ${n}`))
  await insertCases(
    ids.map((id) => ({
      id,
      officeId: 'GAO',
      sensitivity: 'S4' as const,
      leadId: lead.id,
      members: [
        { userId: lead.id, capacity: 'LEAD' as const },
        { userId: named.id, capacity: 'NAMED_SUPERVISOR' as const },
      ],
      referrals: [],
    })),
  )
  await root().begin(async (tx) => {
    // How they ended is not what is asked here.
    await tx`set local session_replication_role = replica`
    await tx`update app.cases c set state = 'CLOSED', closure_reason = 'GOALS_MET',
      closed_at = timestamptz '2014-06-20' - array_position(${ids}::uuid[], c.id) * interval '1 hour' where c.id = any(${ids}::uuid[])`
  })
  expect(await walk({ view: 'closed' }, named)).toEqual(ids)
})
