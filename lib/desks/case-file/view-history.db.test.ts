import { expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { as, signedIn } from '@/lib/testing/actors'
import { registered } from '@/lib/testing/factories/registered'
import { viewHistory } from './view-history'

test('the log says which part of the past was read, so that a read of names is told from any other', async () => {
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const { code } = await registered(lead, { given: 'Oumou', family: 'Samaké' })
  const read = (query: Record<string, string>) =>
    as(lead, async (ctx) => {
      const found = await viewHistory({ ...ctx, t: translator('fr') }, code, query)
      return 'detail' in found ? found.detail : undefined
    })
  expect(await read({ of: 'identity' })).toEqual({ of: 'identity' })
  expect(await read({ of: 'safety' })).toEqual({ of: 'safety' })
  expect(await read({ of: 'nothing-known' })).toBeUndefined()
  expect(await read({})).toBeUndefined()
})
