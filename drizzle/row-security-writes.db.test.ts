import type { Sql, TransactionSql } from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase } from '@/lib/testing/factories/walk'

/** Everybody by how they stand to two cases of Mopti, an ordinary one and a protected one. */
type Place =
  | 'lead'
  | 'member'
  | 'colleague'
  | 'named'
  | 'ofOffice'
  | 'elsewhere'
  | 'enumerator'
  | 'admin'
  | 'officer'
  | 'statistician'
let web: Sql
const people = {} as Record<Place, SignedIn>
const ordinary = crypto.randomUUID()
const guarded = crypto.randomUUID()

beforeAll(async () => {
  web = raw('web')
  const roles = {
    lead: 'SOCIAL_WORKER',
    member: 'PSYCHOLOGIST',
    colleague: 'LAWYER',
    named: 'SUPERVISOR',
    ofOffice: 'SUPERVISOR',
    elsewhere: 'SUPERVISOR',
    enumerator: 'DTM_ENUM',
    admin: 'ADMIN',
    officer: 'DPO',
    statistician: 'IM',
  } as const
  for (const [place, role] of Object.entries(roles))
    people[place as Place] = await signedIn(role, place === 'elsewhere' || place === 'named' ? 'GAO' : 'MOP')
  const members = [
    { userId: people.lead.id, capacity: 'LEAD' as const },
    { userId: people.member.id, capacity: 'MEMBER' as const },
    { userId: people.named.id, capacity: 'NAMED_SUPERVISOR' as const },
  ]
  const one = (id: string) => ({ ...ordinaryCase(people.lead.id, [draftReferral()]), id, members })
  await insertCases([one(ordinary), { ...one(guarded), sensitivity: 'S4' }])
})

/** Whether a change goes through: at least one row, no refusal. It is always taken back. */
async function goesThrough(
  who: SignedIn,
  change: (tx: TransactionSql) => Promise<{ count: number }>,
): Promise<boolean> {
  let rows = 0
  await presenting(web, who.token, async (tx) => {
    rows = (await change(tx)).count
    throw new Error('taken back')
  }).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['42501', '23514'].includes(code) && !(error instanceof Error && error.message === 'taken back'))
      throw error
  })
  return rows > 0
}

type Change = (tx: TransactionSql, caseId: string, me: SignedIn) => Promise<{ count: number }>
const owner = 'case_id, office_id, sensitivity'
const TEAM_KEY = "(select key_id from app.people p where p.case_id = cases.id and standing = 'PRINCIPAL')"
const TEAM: Place[] = ['lead', 'member']
/** What, how, and who may do it to the ordinary and to the protected case. */
const RULES: [what: string, change: Change, ordinary: Place[], guarded: Place[]][] = [
  [
    'change a case',
    (tx, id) =>
      tx`update app.cases set last_contact_on = (clock.casework_now())::date, version = version + 1 where id = ${id}`,
    TEAM,
    TEAM,
  ],
  [
    'change the person',
    (tx, id) => tx`update app.people set sex = 'M', version = version + 1 where case_id = ${id}`,
    TEAM,
    TEAM,
  ],
  [
    'withdraw a consent',
    (tx, id) => tx`update app.consents set status = 'WITHDRAWN',
      withdrawn_at = clock.casework_now(), version = version + 1 where case_id = ${id}`,
    TEAM,
    TEAM,
  ],
  [
    'record a consent',
    (
      tx,
      id,
      me,
    ) => tx`insert into app.consents (id, ${tx.unsafe(owner)}, purpose, status, giver, wording_version, recorded_by,
    rule, key_id, detail) select gen_random_uuid(), id, office_id, sensitivity, 'STATS', 'GIVEN', 'SELF', '1', ${me.id}, 'ADULT', ${tx.unsafe(TEAM_KEY)}, '' from app.cases
    where id = ${id}`,
    TEAM,
    TEAM,
  ],
  [
    'record assistance',
    (
      tx,
      id,
      me,
    ) => tx`insert into app.assistance (id, ${tx.unsafe(owner)}, service, quantity, unit, given_on, donor, given_by)
    select gen_random_uuid(), id, office_id, sensitivity, 'FOOD_RATION', 1, 'KIT', '2014-06-30', 'CERF', ${me.id} from app.cases where id = ${id}`,
    TEAM,
    TEAM,
  ],
  ['write a note for all', note('TEAM'), TEAM, TEAM],
  ['write a note for psychologists', note('PSYCHOLOGIST'), ['member'], ['member']],
  ['write a note for social workers', note('SOCIAL_WORKER'), ['lead'], ['lead']],
  ['write a note in the lead’s name', (tx, id) => note('TEAM')(tx, id, people.lead), ['lead'], ['lead']],
  [
    'start a referral',
    (
      tx,
      id,
      me,
    ) => tx`insert into app.referrals (id, ${tx.unsafe(owner)}, partner_code, service, priority, author_id, key_id,
    last_actor_id) select gen_random_uuid(), id, office_id, sensitivity, 'UNICEF', 'CP_BIA', 'NORMAL', ${me.id}, ${tx.unsafe(TEAM_KEY)}, ${me.id}
    from app.cases where id = ${id}`,
    TEAM,
    TEAM,
  ],
  [
    'add somebody to the team',
    (tx, id) =>
      tx`insert into app.case_members (case_id, user_id, capacity) values (${id}, ${people.colleague.id}, 'MEMBER')`,
    ['lead'],
    ['lead'],
  ],
  [
    'add oneself to the team',
    (tx, id, me) =>
      tx`insert into app.case_members (case_id, user_id, capacity) values (${id}, ${me.id}, 'MEMBER')`,
    [],
    [],
  ],
  ['delete a case', (tx, id) => tx`delete from app.cases where id = ${id}`, [], []],
]

function note(compartment: string): Change {
  return (
    tx,
    id,
    me,
  ) => tx`insert into app.notes (id, ${tx.unsafe(owner)}, compartment, written_by, key_id, body)
    select gen_random_uuid(), id, office_id, sensitivity, ${compartment}, ${me.id},
      coalesce((select k.id from vault.keys k where k.case_id = cases.id and k.compartment = ${compartment}), gen_random_uuid()), ''
    from app.cases where id = ${id}`
}

describe('raw SQL as the staff login lets only these', () => {
  test.each(RULES)('%s', async (_, change, ...allowed) => {
    for (const [index, caseId] of [ordinary, guarded].entries()) {
      const able: string[] = []
      for (const [place, who] of Object.entries(people))
        if (await goesThrough(who, (tx) => change(tx, caseId, who))) able.push(place)
      expect(able.sort()).toEqual([...(allowed[index] ?? [])].sort())
    }
  })

  test('prepare the first key of a discipline: whoever is of it, on the case', async () => {
    await root()`delete from vault.keys where compartment = 'PSYCHOLOGIST'`
    const able: string[] = []
    for (const [place, who] of Object.entries(people))
      if (
        await goesThrough(
          who,
          (tx) => tx`insert into vault.keys (id, scope, ${tx.unsafe(owner)}, compartment, wrapped)
    select gen_random_uuid(), 'CASE', id, office_id, sensitivity, 'PSYCHOLOGIST', '' from app.cases where id = ${ordinary}`,
        )
      )
        able.push(place)
    expect(able).toEqual(['member'])
  })

  test('raise an alert: enumerators, in their own name, as new', async () => {
    const [keyId, alertId] = [crypto.randomUUID(), crypto.randomUUID()]
    const raise = (who: SignedIn, by: SignedIn, state: string) =>
      goesThrough(who, async (tx) => {
        await tx`insert into vault.keys (id, scope, office_id, sensitivity, alert_id, wrapped)
            values (${keyId}, 'ALERT', 'MOP', 'S3', ${alertId}, '')`
        return tx`insert into app.alerts (id, code, state, flow_point, office_id, raised_by, seen_on, urgency, sex, age,
        nationality, vulnerabilities, contact_agreed, key_id, identity, reason, due_at) values (${alertId}, 'S-1', ${state}, 'FMP_MOP', 'MOP', ${by.id},
        '2014-06-30', 'NORMAL', 'F', 20, 'MLI', '{NONE}', 'YES', ${keyId}, '', ${state === 'NEW' ? null : 'OTHER_AGENCY'},
        clock.casework_now() + interval '72 hours')`
      })
    for (const [place, who] of Object.entries(people))
      expect([place, await raise(who, who, 'NEW')]).toEqual([place, place === 'enumerator'])
    expect(await raise(people.enumerator, people.lead, 'NEW')).toBe(false)
    expect(await raise(people.enumerator, people.enumerator, 'NO_ACTION')).toBe(false)
  })

  test('nobody changes users, offices, the directory, the instance or spent sessions', async () => {
    const changes = [
      "update access.users set role = 'SUPERVISOR'",
      "insert into access.user_offices select id, 'GAO' from access.users",
      'update app.partners set agreement_until = null',
      "update app.directory_entries set state = 'OPEN'",
      "update app.instance set casework_offset = '0'",
      'update access.sessions set revoked_at = null',
      "update app.flow_points set office_id = 'GAO'",
    ]
    for (const who of Object.values(people))
      for (const change of changes)
        expect([change, await goesThrough(who, (tx) => tx.unsafe(change))]).toEqual([change, false])
  })

  test('and what was refused has left no row behind', async () => {
    const [row] =
      await root()`select (select count(*)::int from app.cases) as cases, (select count(*)::int from app.alerts) as alerts`
    expect(row).toEqual({ cases: 2, alerts: 0 })
  })
})
