import { expect, test } from 'vitest'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { insertAlerts } from '@/lib/testing/factories/world'
import { reading } from '@/lib/testing/reading'
import { search } from './search'

test('the number that the person was handed leads whoever works on their case to it, and nobody else', async () => {
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const other = await signedIn('SOCIAL_WORKER', 'MOP')
  const supervisor = await signedIn('SUPERVISOR', 'MOP')
  const file = ordinaryCase(lead.id, [])
  await insertCases([file])
  const id = crypto.randomUUID()
  await insertAlerts([{ id, officeId: 'MOP', raisedBy: supervisor.id, daysAgo: 1 }])
  await root()`update app.alerts set code = 'S-RK9-81Q' where id = ${id}`
  const [known] = await root()`select code from app.cases where id = ${file.id}`
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.alerts set state = 'CASE_OPENED', case_id = ${file.id}, office_id = 'MOP', case_office_id = 'MOP',
      case_sensitivity = 'S3' where id = ${id}`
  })
  const found = async (who: SignedIn) => {
    const { view } = await reading(who, (ctx) => search(ctx, { q: 'S-RK9-81Q' }))
    return view.outcome.kind === 'code' ? view.outcome.found : undefined
  }
  expect(await found(lead)).toBe(`/cases/${known?.code}`)
  expect(await found(other)).toBeUndefined()
  expect(await found(supervisor)).toBe(`/alerts/${id}`)
})
