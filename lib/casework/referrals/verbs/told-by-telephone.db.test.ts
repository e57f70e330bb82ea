import { beforeAll, expect, test } from 'vitest'
import { POST as callAnyway } from '@/app/api/v1/cases/[code]/call/route'
import { command } from '@/lib/platform/gate/command'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'
import { tellPerson } from './tell-person'

let lead: SignedIn
let id: string
let caseId: string

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const supervisor = await signedIn('SUPERVISOR', 'MOP')
  const draft = draftReferral()
  const file = ordinaryCase(lead.id, [draft])
  id = draft.id
  caseId = file.id
  await insertCases([file])
  await makeReadable(caseId)
  await walk([id], [...TO_ACKNOWLEDGED, ['accept', 'partner']], supervisor.id)
  await root()`update app.cases set do_not_contact = true where id = ${caseId}`
})

const tell = (told: string) =>
  post(command(tellPerson), { as: lead, params: { id }, values: { told }, json: true })

test('whoever must not be called is not noted as told by telephone in passing', async () => {
  const refused = await tell('PHONE')
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('do-not-call')
  expect((await tell('NOT_SAFE')).status).toBe(200)
})

test('who asked for the number first, with a reason, may note the call', async () => {
  const [row] = await root()`select code from app.cases where id = ${caseId}`
  const asked = await post(callAnyway, {
    as: lead,
    params: { code: String(row?.code) },
    values: { callReason: 'ASKED_NOW' },
    json: true,
  })
  expect(asked.status).toBe(200)
  const [task] = await root()`select due_at > opened_at as later from app.tasks
    where kind = 'CALLED_ANYWAY' and subject_id = ${caseId}`
  expect(task).toEqual({ later: true })
  expect((await tell('PHONE')).status).toBe(200)
})
