import { beforeAll, expect, test } from 'vitest'
import { newcomers } from '@/lib/casework/staff/colleagues'
import { prepareLead } from '@/lib/desks/case-file/prepare-lead'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { command } from '@/lib/platform/gate/command'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { addColleague } from './add-colleague'

let lead: SignedIn
let colleague: SignedIn
let enumerator: SignedIn
let code: string

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  colleague = await signedIn('LAWYER', 'MOP')
  enumerator = await signedIn('DTM_ENUM', 'MOP')
  const file = ordinaryCase(lead.id, [])
  await insertCases([file])
  await makeReadable(file.id)
  const [row] = await root()`select code from app.cases where id = ${file.id}`
  code = String(row?.code)
})

test('the team is offered colleagues of the casework teams, and never an enumerator', async () => {
  const found = await reading(lead, (ctx) =>
    prepareLead(ctx, code, { form: 'case.add-colleague', query: {} }),
  )
  const offered = 'view' in found ? newcomers(found.view.staff, caseworkerRoles).map(({ id }) => id) : []
  expect(offered).toContain(colleague.id)
  expect(offered).not.toContain(enumerator.id)
})

test('whoever is offered stands with what they speak', async () => {
  await root()`update access.users set languages = '{ffm,fra}' where id = ${colleague.id}`
  const found = await reading(lead, (ctx) =>
    prepareLead(ctx, code, { form: 'case.add-colleague', query: {} }),
  )
  const offered = 'view' in found ? (found.view?.staff ?? []) : []
  expect(offered.find(({ id }) => id === colleague.id)?.languages).toEqual(['ffm', 'fra'])
})

test('an enumerator who is named all the same is refused, a lawyer of the office joins', async () => {
  const add = (who: SignedIn) =>
    post(command(addColleague), { as: lead, params: { code }, values: { colleague: who.id } })
  expect((await add(enumerator)).headers.get('location')).toContain('draft=')
  expect((await add(colleague)).headers.get('location')).toContain('done=team')
  expect(
    (
      await root()`select user_id as id from app.case_members where capacity = 'MEMBER' and until is null`
    ).map(({ id }) => id),
  ).toEqual([colleague.id])
})
