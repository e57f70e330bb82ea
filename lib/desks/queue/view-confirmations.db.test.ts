import { beforeAll, expect, test } from 'vitest'
import { signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { part } from '@/lib/testing/factories/rows'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { reading } from '@/lib/testing/reading'
import { viewConfirmation, viewConfirmations } from './view-confirmations'

let all: Sides
let id: string
beforeAll(async () => {
  all = await sides()
  id = part(await all.referral([]), 'consent')
  await root()`update app.consents set status = 'NOT_POSSIBLE', legal_basis = 'VITAL', giver = 'NONE', confirm_by = 'COLLEAGUE' where id = ${id}`
})

test('a danger to life waits for a colleague of any office, without a name and without a code', async () => {
  const far = await signedIn('LAWYER', 'GAO')
  const { view, detail } = await reading(far, (ctx) => viewConfirmations(ctx, {}))
  expect(view.rows).toMatchObject([{ id, kind: 'COLLEAGUE', caseCode: null }])
  expect(detail).toEqual({ count: 1 })
  expect(await reading(far, (ctx) => viewConfirmation(ctx, id, {}))).toMatchObject({ view: { row: { id } } })
})

test('whoever recorded it finds nothing to confirm', async () => {
  const { view } = await reading(all.lead, (ctx) => viewConfirmations(ctx, {}))
  expect(view.rows).toEqual([])
  expect(await reading(all.lead, (ctx) => viewConfirmation(ctx, id, {}))).toEqual({
    missing: { type: 'consent', id },
  })
})
