import { beforeEach, describe, expect, test } from 'vitest'
import { POST as restrict } from '@/app/api/v1/cases/[code]/restrict/route'
import { POST as giveBack } from '@/app/api/v1/cases/[code]/return-rating/route'
import { POST as safety } from '@/app/api/v1/cases/[code]/safety/route'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { insertTask } from '@/lib/testing/factories/tasks'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'
import { caseInReach } from './scope'

let lead: SignedIn
let supervisor: SignedIn
let second: SignedIn
let elsewhere: SignedIn
let stranger: SignedIn
let id: string
let code: string

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  second = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
  stranger = await signedIn('SOCIAL_WORKER', 'MOP')
  const spec = ordinaryCase(lead.id, [])
  id = spec.id
  await insertCases([spec])
  await makeReadable(id)
  code = String((await root()`select code from app.cases where id = ${id}`)[0]?.code)
  await insertTask({ kind: 'SEE_LOWER_RISK', subject: { type: 'case', id }, reason: 'PERSON_VIEW' })
})

const back = (who: SignedIn, rateAgainFor = 'DANGER_POSSIBLE') =>
  post(giveBack, { as: who, params: { code }, values: { rateAgainFor }, json: true })
const tasks = async () =>
  (
    await root()`select kind, state, holder_id, reason, outcome, done_by,
      round(extract(epoch from due_at - clock.casework_now()) / 3600) as hours from app.tasks where case_id = ${id} order by opened_at, kind desc`
  ).map((row) => ({ ...row }))
const sensitivity = async () =>
  (await root()`select sensitivity from app.cases where id = ${id}`)[0]?.sensitivity

describe('a risk rated lower than proposed', () => {
  test('goes back to the lead with why and a limit of four hours, and no longer waits for a look', async () => {
    expect((await back(supervisor)).status).toBe(200)
    expect(await tasks()).toMatchObject([
      { kind: 'SEE_LOWER_RISK', state: 'DONE', outcome: 'RETURNED', done_by: supervisor.id },
      { kind: 'RATE_AGAIN', state: 'OPEN', holder_id: lead.id, reason: 'DANGER_POSSIBLE', hours: '4' },
    ])
    expect((await back(second)).status, 'looked at already').toBe(403)
  })

  test('is given back by no other office, by no lead, and not without a reason', async () => {
    expect([
      (await back(elsewhere)).status,
      (await back(lead)).status,
      (await back(supervisor, '')).status,
    ]).toEqual([404, 403, 422])
    await expect(
      presenting(
        raw('web'),
        lead.token,
        (tx) => tx`select app.return_rating(${id}::uuid, 'TALK_FIRST') as back`,
      ),
    ).resolves.toMatchObject([{ back: false }])
    expect((await tasks()).map(({ kind }) => kind)).toEqual(['SEE_LOWER_RISK'])
  })

  test('is rated again by the lead, which ends what the supervisor asked', async () => {
    await back(supervisor)
    const answer = await post(safety, {
      as: lead,
      params: { code },
      values: { risk: 'HIGH', safeContact: 'IN_PERSON', _version: '1' },
      json: true,
    })
    expect(answer.status).toBe(200)
    expect((await tasks()).find(({ kind }) => kind === 'RATE_AGAIN')).toMatchObject({
      state: 'DONE',
      outcome: 'RATED_AGAIN',
      done_by: lead.id,
    })
  })
})

describe('a supervisor restricts a file', () => {
  const close = (who: SignedIn, supervisors: string[] = []) =>
    post(restrict, {
      as: who,
      params: { code },
      values: { supervisors, restrictReason: 'SENSITIVE', _version: '1' },
      json: true,
    })
  const reads = async (who: SignedIn) => (await as(who, (ctx) => caseInReach(ctx, code))) !== undefined

  test('stays named, and to the others of the office it is gone', async () => {
    expect((await close(supervisor, [supervisor.id])).status).toBe(200)
    expect([await sensitivity(), await reads(supervisor), await reads(second), await reads(lead)]).toEqual([
      'S4',
      true,
      false,
      true,
    ])
    expect((await close(supervisor, [supervisor.id])).status, 'once').toBe(409)
  })

  test('also when only somebody else was named, who joins', async () => {
    expect((await close(supervisor, [second.id])).status).toBe(200)
    expect([await reads(supervisor), await reads(second)]).toEqual([true, true])
  })

  test('of another office does not, neither through the page nor in SQL', async () => {
    expect((await close(elsewhere, [elsewhere.id])).status).toBe(404)
    for (const who of [elsewhere, stranger])
      await expect(
        presenting(
          raw('web'),
          who.token,
          (tx) => tx`select app.restrict_case(${id}::uuid, array[${supervisor.id}]::uuid[], 'SENSITIVE', 1)`,
        ),
      ).rejects.toThrow(/not theirs to restrict/)
    await expect(
      presenting(
        raw('web'),
        supervisor.token,
        (tx) => tx`select app.restrict_case(${id}::uuid, array[${elsewhere.id}]::uuid[], 'SENSITIVE', 1)`,
      ),
    ).rejects.toThrow(/no supervisor of this office/)
    expect(await sensitivity()).toBe('S3')
  })
})
