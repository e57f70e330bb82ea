import { expect, test } from 'vitest'
import { insertPeople } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'

const receives = async (partner: string, office: string) =>
  (await root()`select app.receives(${partner}, ${office}) as how`)[0]?.how

test('an agency receives by an active account of a base that covers the office, else by telephone if it has none', async () => {
  const [only] = await insertPeople([{ role: 'PARTNER_FP', partner: 'NRC', base: ['MOP'] }])
  expect(await receives('NRC', 'MOP')).toBe('ACCOUNT')
  expect(await receives('NRC', 'GAO')).toBe('PHONE')
  await root()`update access.users set active = false where id = ${only?.id ?? ''}`
  expect(await receives('NRC', 'MOP')).toBeNull()
  await root()`update app.partners set phone = '' where code = 'ACTED'`
  expect(await receives('ACTED', 'MOP')).toBeNull()
})
