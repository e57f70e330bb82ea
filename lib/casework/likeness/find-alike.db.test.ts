import { expect, test } from 'vitest'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { registered } from '@/lib/testing/factories/registered'
import { forgetEverybody } from '@/lib/testing/factories/two-files'

const filedUnder = async ({ id }: { id: string }, tokens: string) =>
  String(
    (
      await root()`update app.name_tokens set tokens = ${tokens}::bigint[] where case_id = ${id} returning person_id`
    )[0]?.person_id,
  )
const firstOf = async (who: SignedIn, most = 1) =>
  (
    await presenting(
      raw('web'),
      who.token,
      (tx) => tx`select * from app.find_alike('{11,12,13}', '{}', ${most}) as found(id)`,
    )
  ).map(({ id }) => String(id))

test('of many who share a key those come first who share most, and nobody out of reach comes', async () => {
  await forgetEverybody()
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const far = await signedIn('SOCIAL_WORKER', 'GAO')
  const [one, other, away] = [
    await registered(lead, { given: 'Nana', family: 'Maïga' }),
    await registered(lead, { given: 'Awa', family: 'Barry' }),
    await registered(far, { given: 'Sira', family: 'Diarra' }),
  ]
  await filedUnder(away, '{11,12,13}')
  const few = await filedUnder(one, '{11,90,91,92}')
  const many = await filedUnder(other, '{12,13,93}')
  expect(await firstOf(lead)).toEqual([many])
  expect(await firstOf(lead, 5)).toEqual([many, few])
  await filedUnder(one, '{11,12,13}')
  expect(await firstOf(lead)).toEqual([few])
})
