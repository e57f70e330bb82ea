import { expect, test } from 'vitest'
import { noIdentity } from './identity'
import { identityShown } from './shown-values'

const person = { identity: noIdentity, birthYear: 1990, languages: [] } as unknown as Parameters<
  typeof identityShown
>[0]
const now = new Date('2014-06-30T09:00:00Z')

test('a page that nobody answered yet has nothing ticked; one answered without a name has', () => {
  expect(identityShown(person, now).nameUnknown).toBeUndefined()
  expect(identityShown({ ...person, languages: ['bam'] }, now).nameUnknown).toBe('on')
})
