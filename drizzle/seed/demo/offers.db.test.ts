import { beforeAll, describe, expect, test } from 'vitest'
import { root } from '@/lib/testing/database'
import { seedDemo } from '../seed'
import { planDemo } from './plan-demo'

const plan = planDemo()
const files = plan.files.filter(({ offer }) => offer)

beforeAll(async () => {
  await root()`truncate access.offices, access.users, app.cercle_offices, app.partners cascade`
  await root()`update app.instance set demo = true`
  expect(await seedDemo({ ...plan, files, alerts: [] })).toBe('seeded')
})

describe('cases on their way to somebody else', () => {
  test('are one for another office, three that agencies are asked about, and one that an agency takes', async () => {
    const rows = await root()`select kind, state, from_office, coalesce(to_office, partner_code) as "to"
      from app.case_transfers order by kind desc, state desc, from_office`
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
      'INTERNAL OFFERED MOP GAO',
      'EXTERNAL OFFERED BKO NRC',
      'EXTERNAL OFFERED GAO MSF',
      'EXTERNAL OFFERED MOP MDM',
      'EXTERNAL ACCEPTED GAO ACTED',
    ])
  })

  test('go to an agency on the person’s own word about it, in force on that morning', async () => {
    const rows = await root()`select app.agrees_to_transfer(consent_id) as agrees from app.case_transfers
      where kind = 'EXTERNAL'`
    expect(rows.map(({ agrees }) => agrees)).toEqual([true, true, true, true])
  })

  test('wait in somebody’s work: the lead’s for an answer, a supervisor’s to hand out; none is late', async () => {
    const rows =
      await root()`select t.kind, t.holder_id = c.lead_id as lead, t.due_at > clock.casework_now() as ahead
      from app.tasks t join app.cases c on c.id = t.case_id where t.state = 'OPEN' order by t.kind`
    const waits = { kind: 'TRANSFER_WAITS', lead: true, ahead: true }
    expect(rows).toEqual([{ kind: 'HAND_OUT', lead: null, ahead: true }, waits, waits, waits, waits])
  })

  test('say in their history that they were offered, and that an agency said yes', async () => {
    const [row] = await root()`select count(*) filter (where verb = 'offer-transfer')::int as offered,
      count(*) filter (where verb = 'agency-accepts')::int as taken from app.case_events`
    expect(row).toEqual({ offered: 5, taken: 1 })
  })
})

test('views are kept by one of each discipline and by supervisors, who keep them for their own offices too', async () => {
  const rows =
    await root()`select u.role, v.office_id as office from app.case_views v join access.users u on u.id = v.kept_by
    order by u.role, v.office_id nulls first`
  expect(rows.map(({ role, office }) => `${role} ${office ?? 'own'}`)).toEqual([
    'LAWYER own',
    'PSYCHOLOGIST own',
    'SOCIAL_WORKER own',
    'SUPERVISOR own',
    'SUPERVISOR GAO',
    'SUPERVISOR MOP',
  ])
})
