import { beforeAll, expect, test } from 'vitest'
import { POST as press } from '@/app/api/v1/referrals/[id]/answer/route'
import { root } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACKNOWLEDGED } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let all: Sides
let asked: string
beforeAll(async () => {
  all = await sides()
  asked = await all.referral([...TO_ACKNOWLEDGED, ['ask', 'partner']])
})

const answer = (message: string) => post(press, { as: all.lead, params: { id: asked }, values: { message } })
const stateOf = async () => (await root()`select state from app.referrals where id = ${asked}`)[0]?.state

test.each([
  ['a telephone number', 'Appelez-la au 65 12 34 56.'],
  ['a number with narrow spaces', 'Appelez-la au 65\u202f12\u202f34\u202f56.'],
  ['a number in Arabic digits', 'الهاتف ٦٥ ١٢ ٣٤ ٥٦'],
  ['the words of a label', 'C’est une victime de viols.'],
])('%s does not leave in a message to the partner', async (_, words) => {
  expect((await answer(words)).headers.get('location')).toContain('draft=')
  expect(await stateOf()).toBe('INFO_REQUESTED')
})

test('an answer in plain words leaves, and it is the partner’s turn again', async () => {
  expect((await answer('Elle a neuf ans et vit chez sa tante.')).headers.get('location')).toBe(
    `/referrals/${asked}?done=answer`,
  )
  expect(await stateOf()).toBe('ACKNOWLEDGED')
})
