import { beforeAll, describe, expect, test } from 'vitest'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type LedCase, ledCase } from '@/lib/testing/factories/led-case'
import { listHelp } from './list-assistance'

let lead: SignedIn
let colleague: SignedIn
let supervisor: SignedIn
let named: SignedIn
let elsewhere: SignedIn
let ordinary: LedCase
let restricted: LedCase

const line = (
  id: string,
  values: { service: string; unit: string; quantity: number; on: string; project?: string },
) =>
  root()`insert into app.assistance (id, case_id, office_id, sensitivity, service, quantity, unit, given_on, donor, project_id, given_by)
    select gen_random_uuid(), id, office_id, sensitivity, ${values.service}, ${values.quantity}, ${values.unit}, ${values.on}, 'CERF',
      ${values.project ?? null}, lead_id from app.cases where id = ${id}`

beforeAll(async () => {
  await root()`delete from app.assistance`
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  colleague = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  named = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
  ordinary = await ledCase(lead, supervisor)
  restricted = await ledCase(lead, named, { sensitivity: 'S4' })
  await root()`delete from app.assistance where case_id in (${ordinary.id}, ${restricted.id})`
  for (let n = 0; n < 30; n++)
    await line(ordinary.id, {
      service: 'FOOD_RATION',
      unit: 'RATION',
      quantity: n + 1,
      on: `2014-06-${String(1 + (n % 10)).padStart(2, '0')}`,
    })
  await line(ordinary.id, {
    service: 'NFI_KIT',
    unit: 'KIT',
    quantity: 2,
    on: '2014-06-11',
    project: 'CERF_PROTECTION',
  })
  await line(ordinary.id, { service: 'NFI_KIT', unit: 'KIT', quantity: 5, on: '2014-05-31' })
  await line(restricted.id, { service: 'NFI_KIT', unit: 'KIT', quantity: 1, on: '2014-06-12' })
  await root()`update app.assistance set ended_at = clock.casework_now(), ended_by = given_by, ended_reason = 'TWICE'
    where case_id = ${ordinary.id} and quantity = 30`
})

const list = (who: SignedIn, query: Record<string, string> = {}) =>
  as(who, (ctx) => listHelp(ctx as never, query)).then(({ view }) => view)
const totals = async (who: SignedIn, query: Record<string, string> = {}) =>
  (await list(who, query)).totals.map(({ service, lines, quantity }) => [service, lines, quantity])

describe('the list of help', () => {
  test('shows whoever asks the help of the cases that they can open, and nobody another’s', async () => {
    const food = ['FOOD_RATION', 29, 435]
    expect(await totals(lead)).toEqual([food, ['NFI_KIT', 2, 3]])
    expect(await totals(named)).toEqual([food, ['NFI_KIT', 2, 3]])
    // Not named on the restricted one.
    expect(await totals(supervisor)).toEqual([food, ['NFI_KIT', 1, 2]])
    expect(await totals(colleague)).toEqual([])
    expect(await totals(elsewhere)).toEqual([])
    const codes = async (who: SignedIn) => (await list(who)).rows.map(({ code }) => code)
    expect(await codes(lead)).toContain(restricted.code)
    expect(await codes(supervisor)).not.toContain(restricted.code)
  })

  test('goes through its pages in order, each line once, without what was cancelled', async () => {
    const first = await list(lead)
    const second = await list(lead, { after: first.next ?? '' })
    const rows = [...first.rows, ...second.rows]
    expect([first.rows.length, second.rows.length, second.next]).toEqual([25, 6, undefined])
    expect(new Set(rows.map(({ id }) => id)).size).toBe(31)
    expect(rows.map(({ on }) => on)).toEqual(
      rows
        .map(({ on }) => on)
        .toSorted()
        .toReversed(),
    )
    expect(rows.map(({ quantity }) => quantity)).not.toContain(30)
  })

  test('opens with each number exactly the lines that it counts', async () => {
    for (const { service, lines, quantity } of (await list(lead)).totals) {
      const opened = await list(lead, { service })
      expect(opened.lines).toBe(lines)
      expect(opened.totals).toMatchObject([{ service, lines, quantity }])
      expect(opened.rows.every((row) => row.service === service)).toBe(true)
    }
  })

  test('is narrowed by month, kind, project, donor and office', async () => {
    expect(await totals(lead, { month: '2014-05' })).toEqual([['NFI_KIT', 1, 5]])
    expect(await totals(lead, { kind: 'NFI' })).toEqual([['NFI_KIT', 2, 3]])
    expect(await totals(lead, { project: 'CERF_PROTECTION' })).toEqual([['NFI_KIT', 1, 2]])
    expect(await totals(lead, { donor: 'OFDA' })).toEqual([])
    expect(await totals(named, { office: 'MOP', kind: 'NFI' })).toEqual([['NFI_KIT', 2, 3]])
    expect(await totals(named, { office: 'GAO' })).toEqual([])
  })

  test('knows no name of anybody', async () => {
    const { rows } = await list(lead)
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      [
        'at',
        'code',
        'donor',
        'id',
        'on',
        'project',
        'quantity',
        'reached',
        'restricted',
        'service',
        'unit',
      ].sort(),
    )
  })
})
