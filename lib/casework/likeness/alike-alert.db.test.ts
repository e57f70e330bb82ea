import { expect, test } from 'vitest'
import { noIdentity } from '@/lib/casework/people/identity'
import { as, signedIn } from '@/lib/testing/actors'
import { registered } from '@/lib/testing/factories/registered'
import { forgetEverybody, salimata } from '@/lib/testing/factories/two-files'
import { alikeFiles } from './alike-alert'

test('whoever an alert may be about is proposed with sex, year, place and why, and nobody out of reach', async () => {
  await forgetEverybody()
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const supervisor = await signedIn('SUPERVISOR', 'MOP')
  const file = await registered(lead, salimata)
  const alert = (given: string, family: string) => ({
    ...{ sex: 'F', age: 30, officeId: 'MOP', flowPoint: null, seenOn: '2014-06-30' },
    identity: { ...noIdentity, given, family },
  })
  const found = await as(supervisor, (ctx) => alikeFiles(ctx, alert('Salimatou', 'Wologuem') as never))
  const told = found.map(({ file: { code }, person, reason }) => [code, person.sex, person.birthYear, reason])
  expect(told).toContainEqual([file.code, 'F', 1984, 'NEAR_NAME'])
  expect(found[0]?.samePlace).toEqual(expect.any(Boolean))
  const far = await signedIn('SUPERVISOR', 'GAO')
  const seen = await as(far, (ctx) => alikeFiles(ctx, alert('Salimata', 'Ouologuem') as never))
  expect(seen.map(({ file: { code } }) => code)).not.toContain(file.code)
})
