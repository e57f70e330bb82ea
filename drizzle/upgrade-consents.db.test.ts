import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { restoreRelease } from '@/lib/testing/releases/restore'

/**
 * Consents as the release before the rules took them. What it filled itself are guardians who "gave" statistics; the
 * others are put behind slips that partners read, as its doors allowed.
 */
const WRONG = [
  {
    name: 'a child of ten who gave it alone',
    set: { status: 'GIVEN', giver: 'SELF' },
    born: 2004,
    says: 'CHILD_ALONE',
  },
  {
    name: 'a parent who gave it for an adult',
    set: { status: 'GIVEN', giver: 'PARENT' },
    born: 1980,
    says: 'ADULT_BY_ANOTHER',
  },
  {
    name: 'a parent with whom an adult assented',
    set: { status: 'ASSENT', giver: 'PARENT' },
    born: 1980,
    says: 'ADULT_BY_ANOTHER',
  },
  {
    name: 'an interpreter who gave it',
    set: { status: 'GIVEN', giver: 'INTERPRETER' },
    born: 1980,
    says: 'GIVER',
  },
] as const

let released: Awaited<ReturnType<typeof restoreRelease>>
const wrong: { id: string; case_id: string }[] = []
let before: Record<string, unknown>[]
let right: string[]

const written =
  () => released.root`select id, case_id, purpose, partner_code, service, facts, status, mode, giver, wording_version,
  legal_basis, given_at, expires_on, withdrawn_at, recorded_by, version from app.consents order by id`

beforeAll(async () => {
  released = await restoreRelease('45fe5e5', '0014')
  const { root } = released
  const carried = await root<
    { id: string; case_id: string }[]
  >`select distinct on (c.case_id) c.id, c.case_id from app.consents c
    join app.shares s on s.consent_id = c.id and s.ended_at is null
    where c.status in ('GIVEN', 'ASSENT') order by c.case_id, c.id`
  wrong.push(...carried.slice(0, WRONG.length))
  right = carried.slice(WRONG.length).map(({ id }) => id)
  await root.begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const [index, { set, born }] of WRONG.entries()) {
      const row = wrong[index]
      if (!row) throw new Error('the release has too few slips')
      await tx`update app.consents set ${tx({ ...set })} where id = ${row.id}`
      await tx`update app.people set birth_year = ${born} where case_id = ${row.case_id} and standing = 'PRINCIPAL'`
    }
  })
  before = await written()
  await released.upgrade()
})
afterAll(() => released.drop())

const ids = () => wrong.map(({ id }) => id)

describe('consents that no rule allows, recorded before the rules', () => {
  test('are marked, each with what is wrong, and no other is', async () => {
    const marked = await released.root`select id, needs_review from app.consents where id = any(${ids()})`
    const saysOf = new Map(marked.map(({ id, needs_review }) => [id, needs_review]))
    for (const [index, { name, says }] of WRONG.entries())
      expect(saysOf.get(wrong[index]?.id), name).toBe(says)
    const counts = await released.root`select purpose, needs_review, count(*)::int as n from app.consents
      where needs_review is not null and id <> all(${ids()}) group by 1, 2 order by 1, 2`
    expect(counts.map((row) => ({ ...row }))).toEqual([
      // The child's own yes to the file and to statistics, which nobody may give alone either.
      { purpose: 'CASE_MGMT', needs_review: 'CHILD_ALONE', n: 1 },
      { purpose: 'STATS', needs_review: 'ADULT_BY_ANOTHER', n: 29 },
      { purpose: 'STATS', needs_review: 'CHILD_ALONE', n: 1 },
    ])
    expect(right.length).toBeGreaterThan(3)
    expect(
      await released.root`select from app.consents where id = any(${right}) and needs_review is not null`,
    ).toHaveLength(0)
  })

  test('are not rewritten', async () => {
    expect(await written()).toEqual(before)
  })

  test('cover nothing new: what waited to leave on them goes back', async () => {
    const gaps =
      await released.root`select distinct app.consent_gap(r) as gap from app.referrals r where r.consent_id = any(${ids()})`
    expect(gaps.map(({ gap }) => gap)).toEqual(['NEEDS_REVIEW'])
    const [stats] = await released.root`select count(*)::int as n from report.consenting_cases() k
      where k in (select c.case_id from app.consents c where c.purpose = 'STATS' and c.needs_review is not null
        and not exists (select from app.consents n where n.case_id = c.case_id and n.purpose = 'STATS' and n.given_at > c.given_at))`
    expect(stats?.n).toBe(0)
  })

  test('end what partners read of them, and of nothing else', async () => {
    const [closed] = await released.root`select count(*)::int as slips, count(s.ended_at)::int as ended,
      count(*) filter (where app.consent_stands(s.consent_id))::int as standing
      from app.shares s where s.consent_id = any(${ids()})`
    expect(closed).toEqual({ slips: 2 * WRONG.length, ended: 2 * WRONG.length, standing: 0 })
    const [others] =
      await released.root`select count(*)::int as slips, count(*) filter (where s.ended_at is null)::int as open
      from app.shares s where s.consent_id = any(${right})`
    expect(others?.open).toBe(others?.slips)
  })

  test('stand in the supervisors’ queue, once a case', async () => {
    const [tasks] =
      await released.root`select count(*)::int as tasks, count(distinct t.case_id)::int as cases,
      count(*) filter (where t.state = 'OPEN' and k.side = 'SUPERVISOR')::int as waiting
      from app.tasks t join app.task_kinds k on k.kind = t.kind where t.kind = 'REVIEW_CONSENT'`
    const [cases] =
      await released.root`select count(distinct case_id)::int as n from app.consents where needs_review is not null`
    expect(tasks).toEqual({ tasks: cases?.n, cases: cases?.n, waiting: cases?.n })
    expect(cases?.n).toBeGreaterThanOrEqual(29)
  })
})
