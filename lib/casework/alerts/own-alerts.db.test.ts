import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { as, presenting, type SignedIn, sessionOf, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { insertAlerts } from '@/lib/testing/factories/world'
import { findOwnAlert, listOwnAlerts } from './own-alerts'

let agent: SignedIn
let colleague: SignedIn
let supervisor: SignedIn
const fate = {
  waiting: crypto.randomUUID(),
  became: crypto.randomUUID(),
  closed: crypto.randomUUID(),
  old: crypto.randomUUID(),
}

beforeAll(async () => {
  agent = await signedIn('DTM_ENUM', 'MOP')
  colleague = await signedIn('DTM_ENUM', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const one = { ...ordinaryCase(lead.id, []), sensitivity: 'S4' as const }
  await insertCases([one])
  await insertAlerts(
    Object.entries(fate).map(([name, id], index) => ({
      id,
      officeId: 'MOP',
      raisedBy: agent.id,
      daysAgo: name === 'old' ? 31 : index + 1,
    })),
  )
  await root()`update app.alerts set state = 'CASE_OPENED', case_id = ${one.id}, triaged_by = ${supervisor.id},
    triaged_at = clock.casework_now() where id = ${fate.became}`
  await root()`update app.alerts set state = 'NO_ACTION', reason = 'NOT_FOUND', triaged_by = ${supervisor.id},
    triaged_at = clock.casework_now() where id = ${fate.closed}`
})

describe('whoever raised an alert', () => {
  test('reads for 30 days that it is new or handled, the same for a restricted case as for none', async () => {
    const { rows, total } = await as(agent, (ctx) => listOwnAlerts(ctx))
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      [fate.waiting, 'NEW'],
      [fate.became, 'HANDLED'],
      [fate.closed, 'HANDLED'],
    ])
    expect(total).toBe(3)
    expect(await as(agent, (ctx) => findOwnAlert(ctx, fate.old))).toBeUndefined()
  })

  test('reads no more of it in raw SQL: no row, so no case, reason, hand or name', async () => {
    const { token } = await sessionOf(agent)
    const [seen] = await presenting(
      raw('web'),
      token,
      (tx) => tx`select to_jsonb(o) as o from app.own_alerts() o`,
    )
    expect(Object.keys(seen?.o as object).sort()).toEqual([
      'code',
      'flow_point',
      'id',
      'office_id',
      'raised_at',
      'state',
    ])
    expect(await presenting(raw('web'), token, (tx) => tx`select * from app.alerts`)).toHaveLength(0)
  })

  test.each([
    ['another enumerator', () => colleague],
    ['the supervisor', () => supervisor],
  ])('is the only one to read it so: %s has none', async (_, who) => {
    const rows = await as(who(), ({ tx }) => tx.execute(sql`select * from app.own_alerts()`))
    expect([...rows]).toEqual([])
  })
})
