import { beforeAll, expect, test } from 'vitest'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase, TO_ACCEPTED, walk } from '@/lib/testing/factories/walk'
import { directory } from './queries'

let lead: SignedIn
let stranger: SignedIn
let supervisor: SignedIn
const referral = draftReferral({})

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  stranger = await signedIn('SOCIAL_WORKER', 'GAO')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  await insertCases([ordinaryCase(lead.id, [referral])])
  await walk([referral.id], TO_ACCEPTED, supervisor.id)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.referrals set answered_at = sent_at + interval '2 days' where id = ${referral.id}`
  })
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
