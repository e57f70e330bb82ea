import { beforeAll, describe, expect, test } from 'vitest'
import { POST as addConsent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as finish } from '@/app/api/v1/cases/[code]/finish/route'
import { POST as identity } from '@/app/api/v1/cases/[code]/identity/route'
import { POST as rateAndOpen } from '@/app/api/v1/cases/[code]/rate-and-open/route'
import { POST as safety } from '@/app/api/v1/cases/[code]/safety/route'
import { POST as openCase } from '@/app/api/v1/cases/route'
import { caseHead } from '@/lib/desks/case-file/head'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { adult } from '@/lib/testing/factories/consent-answers'
import { makeReadable } from '@/lib/testing/factories/readable'
import { caseOf } from '@/lib/testing/factories/transfers'
import { draftReferral } from '@/lib/testing/factories/walk'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

const begin = async () =>
  (await post(openCase, { as: lead, values: { ...adult, age: '34' } })).headers
    .get('location')
    ?.split('/')[2] ?? ''
const versions = async (code: string) => {
  const [row] = await root()`select c.version as of_case, p.version as of_person from app.cases c
    join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL' where c.code = ${code}`
  return { case: String(row?.of_case), person: String(row?.of_person) }
}
async function sends(
  endpoint: Endpoint,
  who: SignedIn,
  code: string,
  values: Record<string, string | string[]>,
) {
  const of = await versions(code)
  const _version = endpoint === finish || endpoint === addConsent ? of.case : of.person
  const answer = await post(endpoint, {
    as: who,
    params: { code },
    values: { ...values, _version },
    json: true,
  })
  const body = (await answer.json()) as { location?: string; error?: { reason?: string } }
  return body.location ?? body.error?.reason
}
const aged = (code: string, age: string) =>
  sends(identity, lead, code, {
    given: 'Awa',
    sex: 'F',
    age,
    ageBasis: 'STATED',
    nationalities: ['MLI'],
    languages: ['bam'],
    documentStatus: 'HAS_ID',
  })
const risk = { risk: 'MEDIUM', safeContact: 'IN_PERSON' }
const stateOf = async (code: string) =>
  (await root()`select state from app.cases where code = ${code}`)[0]?.state

describe('a yes of a grown-up who turns out to be a child', () => {
  test('opens no file, by nobody and at no door, and opens one again when the age is put right', async () => {
    const code = await begin()
    await aged(code, '12')
    await sends(rateAndOpen, lead, code, risk)
    expect(await stateOf(code)).toBe('DRAFT')
    for (const who of [lead, supervisor])
      expect(await sends(finish, who, code, {})).toBe('consent-not-in-force')
    await aged(code, '34')
    expect(await sends(finish, supervisor, code, {})).toContain('done=registered')
  })

  test('is to be asked again on every page that reads it', async () => {
    const code = await begin()
    await aged(code, '12')
    await sends(safety, lead, code, risk)
    const head = await as(lead, (ctx) => caseHead(ctx, code))
    expect(head?.consents.find(({ purpose }) => purpose === 'CASE_MGMT')?.needsReview).toBe('CHILD_ALONE')
  })

  test('of an open file ends what agencies read and stands with the supervision, until it is put right', async () => {
    const one = await caseOf(lead, {
      referrals: [draftReferral({ state: 'ACCEPTED', sent: true, partner: 'NRC', service: 'NFI' })],
    })
    await makeReadable(one.id)
    const read = async () =>
      (await root()`select from app.shares where case_id = ${one.id} and ended_at is null`).length
    const tasks = async () =>
      (
        await root()`select state, reason from app.tasks where case_id = ${one.id} and kind = 'REVIEW_CONSENT' order by opened_at`
      ).map(({ state, reason }) => `${state} ${reason}`)
    const marked = async () =>
      (await root()`select from app.consents where case_id = ${one.id} and needs_review = 'CHILD_ALONE'`)
        .length
    const before = await read()
    expect(before).toBeGreaterThan(0)
    expect(await aged(one.code, '16')).toContain('/cases/')
    expect(await marked()).toBeGreaterThan(0)
    expect(await read()).toBe(0)
    expect(await tasks()).toEqual(['OPEN NO_RULE'])
    expect(await aged(one.code, '36')).toContain('/cases/')
    expect([await marked(), await read()]).toEqual([0, before])
    expect(await tasks()).toEqual(['DROPPED NO_RULE'])
  })

  test('lets the agency read on once the guardian says yes with the child', async () => {
    const one = await caseOf(lead, {
      referrals: [draftReferral({ state: 'ACCEPTED', sent: true, partner: 'UNICEF', service: 'MED_CONS' })],
    })
    await makeReadable(one.id)
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.referrals set facts = '{age_band,sex}' where case_id = ${one.id}`
    })
    const read = async () =>
      (await root()`select from app.shares where case_id = ${one.id} and ended_at is null`).length
    const before = await read()
    await aged(one.code, '10')
    expect(await read()).toBe(0)
    const [referral] = await root()`select service from app.referrals where case_id = ${one.id}`
    const yes = {
      purpose: 'REFERRAL',
      partner: 'UNICEF',
      service: String(referral?.service),
      answer: 'ASSENT',
      giver: 'GUARDIAN',
    }
    const said = await sends(addConsent, lead, one.code, {
      ...yes,
      mode: 'SIGN',
      language: 'bam',
      caregiver: 'PRESENT_SAFE',
      facts: ['age_band', 'sex'],
    })
    expect(said).toContain('done=consent')
    expect(await read()).toBe(before)
  })

  test('counts for the file that points at it too', async () => {
    const known = await caseOf(lead)
    await makeReadable(known.id)
    const twin = await caseOf(lead, {
      referrals: [draftReferral({ state: 'VERIFIED', sent: true, partner: 'NRC', service: 'NFI' })],
    })
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.cases set state = 'DUPLICATE', merged_into = ${known.id}, merged_from = 'OPEN' where id = ${twin.id}`
    })
    const read = async () =>
      (await root()`select from app.shares where case_id = ${twin.id} and ended_at is null`).length
    expect(await read()).toBeGreaterThan(0)
    await aged(known.code, '16')
    expect(await read()).toBe(0)
  })
})
