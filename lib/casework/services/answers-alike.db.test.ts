import { beforeAll, expect, test } from 'vitest'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase, TO_ACCEPTED, walk } from '@/lib/testing/factories/walk'
import { directory } from './queries'

let lead: SignedIn
let stranger: SignedIn
let supervisor: SignedIn
const referral = draftReferral({})
/** Enough of them to say anything. */
const all = [referral, ...Array.from({ length: 4 }, () => draftReferral({}))]

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  stranger = await signedIn('SOCIAL_WORKER', 'GAO')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  await insertCases(all.map((one) => ordinaryCase(lead.id, [one])))
  await walk(
    all.map(({ id }) => id),
    TO_ACCEPTED,
    supervisor.id,
  )
})

test('how a partner answers for a service is one figure, whoever reads it', async () => {
  const said = async (reader: SignedIn) =>
    (await as(reader, (ctx) => directory(ctx, {})))
      .filter(({ partner, service }) => partner === referral.partner && service === referral.service)
      .map(({ rate }) => rate)
  const [mine, theirs, seen] = [await said(lead), await said(stranger), await said(supervisor)]
  expect(mine.length).toBeGreaterThan(0)
  expect(mine[0]?.accepted).toBeGreaterThan(0)
  expect(theirs).toEqual(mine)
  expect(seen).toEqual(mine)
})
