import { beforeAll, describe, expect, test } from 'vitest'
import { POST as firstPage } from '@/app/api/v1/cases/[code]/consent/route'
import { POST as consentPage } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as wizard } from '@/app/api/v1/cases/[code]/refer/route'
import { POST as walkIn } from '@/app/api/v1/cases/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let code: string

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const file = ordinaryCase(lead.id, [])
  await insertCases([file])
  await makeReadable(file.id)
  await root()`update app.people set birth_year = 2004, age_basis = 'ESTIMATE' where case_id = ${file.id}`
  code = String((await root()`select code from app.cases where id = ${file.id}`)[0]?.code)
})

/** A girl of ten answers alone: no reason, no way how, nobody to ask. */
const alone = { answer: 'ASSENT', giver: 'SELF', caregiver: 'NONE' }
const errors = async (endpoint: Parameters<typeof post>[0], values: object, params: object = { code }) => {
  const answer = await post(endpoint, {
    as: lead,
    params: params as never,
    values: values as never,
    json: true,
  })
  expect(answer.status).toBe(422)
  return Object.keys((await answer.json()).error.fields).sort()
}

describe('everything that is wrong with an answer is said in one round', () => {
  test('on the first page of a registration', async () => {
    expect(await errors(firstPage, { ...alone, stats: 'YES' })).toEqual(['mode', 'reason', 'stats'])
  })

  test('for somebody who came by themselves', async () => {
    const who = { source: 'WALKIN', cercle: 'ML0506', sex: 'F', age: '10', ageBasis: 'ESTIMATE' }
    expect(await errors(walkIn, { ...who, ...alone, stats: 'YES' }, {})).toEqual(['mode', 'reason', 'stats'])
  })

  test('on the consent page', async () => {
    expect(await errors(consentPage, { ...alone, purpose: 'CASE_MGMT' })).toEqual(['mode', 'reason'])
  })

  test('on the first page of a referral', async () => {
    const fields = await errors(wizard, { ...alone, service: 'MED_CMR' })
    expect(fields).toContain('mode')
    expect(fields).toContain('reason')
  })

  test('and nothing of a case out of reach', async () => {
    const other = await signedIn('SOCIAL_WORKER', 'GAO')
    const answer = await post(firstPage, {
      as: other,
      params: { code },
      values: { ...alone, stats: 'YES' },
      json: true,
    })
    expect(Object.keys((await answer.json()).error.fields).sort()).toEqual(['mode'])
  })
})
