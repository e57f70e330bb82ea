import { beforeAll, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { part } from '@/lib/testing/factories/rows'
import { draftReferral, ordinaryCase } from '@/lib/testing/factories/walk'
import { viewConfirmations } from './view-confirmations'

let supervisor: SignedIn
const codes: string[] = []
const consents: string[] = []

beforeAll(async () => {
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  for (const hours of [2, 5]) {
    const referral = draftReferral({ consentStatus: 'NOT_POSSIBLE' })
    const file = ordinaryCase(lead.id, [referral])
    await insertCases([file])
    const consent = part(referral.id, 'consent')
    await root()`update app.consents set legal_basis = 'BEST_INTERESTS', giver = 'NONE', reason = 'NOBODY', confirm_by = 'SUPERVISOR',
      given_at = clock.casework_now() - ${hours}::int * interval '1 hour' where id = ${consent}`
    consents.push(consent)
    codes.push(String((await root()`select code from app.cases where id = ${file.id}`)[0]?.code))
  }
})

const seen = (query = {}) =>
  as(supervisor, async (ctx) => (await viewConfirmations({ ...ctx, t: translator('fr') }, query)).view)

test('what waits for one’s own word stands with its limit, the nearest first', async () => {
  const { rows, only } = await seen()
  const mine = rows.filter(({ id }) => consents.includes(id))
  expect(mine.map(({ id }) => id)).toEqual([consents[1], consents[0]])
  for (const { dueAt, recordedAt } of mine)
    expect(dueAt.getTime() - recordedAt.getTime()).toBe(24 * 3_600_000)
  expect(only).toBeUndefined()
})

test('the queue’s row of a case opens that answer itself', async () => {
  expect((await seen({ of: codes[0] })).only).toBe(consents[0])
  expect((await seen({ of: 'MLP-0000-0000' })).only).toBeUndefined()
})
