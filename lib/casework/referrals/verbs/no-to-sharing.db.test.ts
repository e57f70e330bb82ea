import { beforeAll, expect, test } from 'vitest'
import { command } from '@/lib/platform/gate/command'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'
import { startReferral } from './start-referral'

let lead: SignedIn
let code: string
let caseId: string

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const spec = ordinaryCase(lead.id, [])
  await insertCases([spec])
  caseId = spec.id
  await makeReadable(caseId)
  const [row] = await root()`select code from app.cases where id = ${caseId}`
  code = row?.code
})

test('a no to sharing is recorded, begins no referral, and stands in the log', async () => {
  const values = { service: 'CP_BIA', answer: 'REFUSED' }
  const answer = await post(command(startReferral), { as: lead, params: { code }, values })
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/cases/${code}/refer?refused=CP_BIA`,
  ])
  const rows = await root()`select purpose, service, status from app.consents where case_id = ${caseId}
    and recorded_by = ${lead.id} and status = 'REFUSED'`
  expect([...rows]).toEqual([{ purpose: 'REFERRAL', service: 'CP_BIA', status: 'REFUSED' }])
  expect((await root()`select from app.referrals where case_id = ${caseId}`).count).toBe(0)
  const [event] = await root()`select outcome, actor_id from audit.events
    where case_id = ${caseId} and action = 'referral.start' order by id desc limit 1`
  expect(event).toEqual({ outcome: 'done', actor_id: lead.id })
})
