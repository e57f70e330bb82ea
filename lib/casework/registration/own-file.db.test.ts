import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as addMember } from '@/app/api/v1/cases/[code]/household/add/route'
import { POST as openCase } from '@/app/api/v1/cases/route'
import { linksOf } from '@/lib/casework/people/household-links'
import { viewPerson } from '@/lib/desks/case-file/view-person'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { adult } from '@/lib/testing/factories/consent-answers'
import { makeReadable } from '@/lib/testing/factories/readable'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let stranger: SignedIn
let family: { id: string; code: string }
let member: string

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  stranger = await signedIn('LAWYER', 'MOP')
})

beforeEach(async () => {
  const spec = ordinaryCase(lead.id, [])
  await insertCases([spec])
  await makeReadable(spec.id)
  const [row] = await root()`select code from app.cases where id = ${spec.id}`
  family = { id: spec.id, code: String(row?.code) }
  const values = { memberGiven: 'Mariam', memberSex: 'F', memberAge: '41', memberRole: 'SPOUSE' }
  await post(addMember, { as: lead, params: { code: family.code }, values })
  const [line] = await root()`select id from app.people where case_id = ${spec.id} and standing = 'HOUSEHOLD'`
  member = String(line?.id)
})

const known = { source: 'COMMUNITY', age: '41' }
const begin = (as: SignedIn, values: Record<string, string> = {}) =>
  post(openCase, { as, values: { ...adult, ...known, household: family.code, member, ...values } })
const ownCode = (response: Response) => response.headers.get('location')?.split('/')[2] ?? ''
const linked = (who: SignedIn, caseId: string) => reading(who, (ctx) => linksOf(ctx, caseId))
const idOf = async (code: string) =>
  String((await root()`select id from app.cases where code = ${code}`)[0]?.id)

describe('somebody of a household who needs help of their own', () => {
  test('gets a file of their own with their own yes, and each file leads to the other', async () => {
    const own = ownCode(await begin(lead))
    expect(own).toMatch(/^MLP-/)
    expect(await linked(lead, family.id)).toEqual([{ code: own, memberId: member }])
    expect(await linked(lead, await idOf(own))).toEqual([{ code: family.code, memberId: null }])
    const seen = await reading(lead, (ctx) => viewPerson(ctx, own))
    expect('view' in seen && seen.view.head.person.identity.given).toBe('Mariam')
    const [consent] =
      await root()`select status from app.consents where case_id = ${await idOf(own)} and purpose = 'CASE_MGMT'`
    expect(consent?.status).toBe('GIVEN')
  })

  test('gets none after a no: no file, no link', async () => {
    const answer = await begin(lead, { answer: 'REFUSED' })
    expect(answer.headers.get('location')).toBe('/cases/new/no')
    expect(await linked(lead, family.id)).toEqual([])
  })

  test('gets one file, not two', async () => {
    await begin(lead)
    expect((await begin(lead)).status).toBe(404)
    expect(await linked(lead, family.id)).toHaveLength(1)
  })

  test('is nobody’s to register from a household out of reach', async () => {
    expect((await begin(stranger)).status).toBe(404)
    const [row] = await root()`select count(*)::int as n from app.cases where lead_id = ${stranger.id}`
    expect(row?.n).toBe(0)
  })
})

describe('a link respects reach on both sides', () => {
  test('once one of the two is restricted, whoever opens only the other sees no link, in raw SQL either', async () => {
    const own = await idOf(ownCode(await begin(lead)))
    expect(await linked(supervisor, family.id)).toHaveLength(1)
    const named = await signedIn('SUPERVISOR', 'MOP')
    await root().begin(async (tx) => {
      await tx`insert into app.case_members (case_id, user_id, capacity) values (${own}, ${named.id}, 'NAMED_SUPERVISOR')`
      await tx`update app.cases set sensitivity = 'S4' where id = ${own}`
    })
    const rows = (who: SignedIn) =>
      presenting(
        raw('web'),
        who.token,
        (tx) => tx`select * from app.household_links where own_case_id = ${own}`,
      )
    expect(await linked(supervisor, family.id)).toEqual([])
    expect(await rows(supervisor)).toHaveLength(0)
    expect(await linked(lead, family.id)).toHaveLength(1)
    expect(await rows(lead)).toHaveLength(1)
    expect(await rows(named)).toHaveLength(1)
  })

  test('the database links nothing but a household of this session to a draft it began', async () => {
    const own = await idOf(ownCode(await begin(lead)))
    const again = (who: SignedIn) =>
      presenting(raw('web'), who.token, (tx) => tx`select app.link_member(${member}::uuid, ${own}::uuid)`)
    await expect(again(stranger)).rejects.toThrow(/no household/)
    await expect(
      presenting(
        raw('web'),
        lead.token,
        (tx) => tx`insert into app.household_links (case_id, office_id, sensitivity,
        own_case_id, own_office_id, own_sensitivity, linked_by) values (${family.id}, 'MOP', 'S3', ${own}, 'MOP', 'S3', ${lead.id})`,
      ),
    ).rejects.toThrow(/permission denied/)
  })
})
