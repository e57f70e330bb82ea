import { beforeAll, expect, test } from 'vitest'
import { idOf } from '@/drizzle/seed/demo/random'
import { sortKeys } from '@/lib/casework/views/filter'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { reading } from '@/lib/testing/reading'
import { type CaseList, listCases } from './list-cases'

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
  await root().begin(async (tx) => {
    // What is asked here is the order of lines, not what they are drawn from.
    await tx`set local session_replication_role = replica`
    await tx`update app.case_lines set due_at = null`
    for (let n = 0; n < count; n += 1)
      await tx`update app.case_lines set risk = ${n % 4 === 0 ? null : (['HIGH', 'MEDIUM', 'LOW'][n % 3] ?? null)},
        last_contact_on = case when ${n % 5 > 0} then date '2014-06-01' + ${n % 7}::int end,
        turn = ${['TEAM', 'PARTNER', 'SUPERVISOR'][n % 3] ?? ''},
        due_at = case when ${n % 3 > 0} then timestamptz '2014-06-20' + ${n} * interval '1 hour' end
        where case_id = ${idOf(`paged ${n}`)}`
  })
})

const idsOf = async (list: CaseList): Promise<string[]> => {
  const codes = [...list.lines, ...list.ended].map(({ code }) => code)
  const rows = await root()`select id, code from app.cases where code = any(${codes})`
  return codes.map((code) => String(rows.find((row) => row.code === code)?.id))
}

/** Every page by its link, until there is none. */
async function walk(query: Record<string, string> = {}, who = lead): Promise<string[]> {
  const seen: string[] = []
  let after: string | undefined
  for (let page = 0; page < 10; page += 1) {
    const { view } = await reading(who, (ctx) => listCases(ctx, { ...query, ...(after && { after }) }))
    seen.push(...(await idsOf(view)))
    if (!view.next) return seen
    after = view.next
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

test.each(sortKeys.flatMap((by) => [by, `-${by}`]))(
  'ordered by %s every case is shown once, those without a value last',
  async (sort) => {
    const seen = await walk({ sort })
    expect(new Set(seen).size).toBe(count)
    expect(seen).toHaveLength(count)
    const column = { step: 'due_at', risk: 'risk', contact: 'last_contact_on' }[sort.replace('-', '')]
    if (!column) return
    const rows = await root().unsafe(`select case_id from app.case_lines where ${column} is null`)
    const without = new Set(rows.map(({ case_id }) => String(case_id)))
    expect(without.size).toBeGreaterThan(0)
    expect(seen.slice(-without.size).every((id) => without.has(id))).toBe(true)
  },
)

test('the highest risk comes first, turned round last', async () => {
  const first = await reading(lead, (ctx) => listCases(ctx, { sort: 'risk' }))
  expect(first.view.lines.at(0)?.risk).toBe('HIGH')
  const turned = await reading(lead, (ctx) => listCases(ctx, { sort: '-risk' }))
  expect(turned.view.lines.at(0)?.risk).toBe('LOW')
})

test('a view holds as many as its tab counts', async () => {
  const { view } = await reading(lead, (ctx) => listCases(ctx, {}))
  for (const [name, held] of Object.entries(view.counts ?? {}))
    expect(await walk({ view: name }), name).toHaveLength(held)
  expect(view.counts?.turn).toBe(20)
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
