import { beforeAll, describe, expect, test } from 'vitest'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { maySecond, secondPeople } from './second-person'

const id = '33333333-3333-4333-8333-333333333333'
let lead: SignedIn
let team: SignedIn[]
let never: SignedIn[]

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'GAO')
  team = [
    await signedIn('PSYCHOLOGIST', 'GAO'),
    await signedIn('SUPERVISOR', 'GAO'),
    await signedIn('LAWYER', 'MOP'),
  ]
  never = [lead]
  for (const role of ['DTM_ENUM', 'IM', 'DPO', 'ADMIN'] as const) never.push(await signedIn(role, 'GAO'))
  const members = [{ userId: lead.id, capacity: 'LEAD' as const }]
  await insertCases([{ id, officeId: 'GAO', sensitivity: 'S3', leadId: lead.id, members, referrals: [] }])
})

describe('the second person', () => {
  test('is of the same or another casework team, nearest first, and nobody else is offered', async () => {
    const offered = (await as(lead, (ctx) => secondPeople(ctx, 'GAO'))).map((one) => one.id)
    expect(offered.slice(0, 2).toSorted()).toEqual([team[0]?.id, team[1]?.id].toSorted())
    expect(offered).toEqual(expect.arrayContaining(team.map((one) => one.id)))
    for (const one of never) expect(offered).not.toContain(one.id)
  })

  test('is refused when somebody else is sent by hand', async () => {
    for (const one of team) expect(await as(lead, (ctx) => maySecond(ctx, one.id))).toBe(true)
    for (const one of never) expect(await as(lead, (ctx) => maySecond(ctx, one.id))).toBe(false)
  })

  test('is refused by the database as well', async () => {
    const [key] = await root()`select id from vault.keys where case_id = ${id} and compartment = 'TEAM'`
    const web = raw('web')
    const record = (person: string) =>
      presenting(
        web,
        lead.token,
        (
          tx,
        ) => tx`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version,
          legal_basis, recorded_by, second_person_id, key_id, detail)
        values (gen_random_uuid(), ${id}, 'GAO', 'S3', 'CASE_MGMT', 'NOT_POSSIBLE', 'NONE', '2014-2', 'VITAL', ${lead.id},
          ${person}, ${String(key?.id)}, '\\x00')`,
      )
    for (const one of never) await expect(record(one.id)).rejects.toThrow()
    await expect(record(String(team[0]?.id))).resolves.toBeDefined()
  })
})
