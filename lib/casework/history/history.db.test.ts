import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as addMember } from '@/app/api/v1/cases/[code]/household/add/route'
import { POST as removeMember } from '@/app/api/v1/cases/[code]/household/remove/route'
import { POST as writeHousehold } from '@/app/api/v1/cases/[code]/household/route'
import { POST as writeIdentity } from '@/app/api/v1/cases/[code]/identity/route'
import { POST as writeSafety } from '@/app/api/v1/cases/[code]/safety/route'
import { POST as writeSituation } from '@/app/api/v1/cases/[code]/situation/route'
import { caseHead } from '@/lib/desks/case-file/head'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { post } from '@/lib/testing/requests'
import { walAt, walBytesOf } from '@/lib/testing/wal'
import { changesOf } from './changes'

let lead: SignedIn
let colleague: SignedIn
let supervisor: SignedIn
let stranger: SignedIn
let id: string
let code: string

const safety = {
  risk: 'MEDIUM',
  safeContact: 'CALL_OK',
  contactDetail: '',
  phone: '65000001',
  meetingPlace: '',
  withholdReason: '',
  warning: 'son oncle écoute',
}
const identity = {
  given: 'Aminata',
  family: 'Diallo',
  sex: 'F',
  birthDate: '',
  age: '24',
  ageUnsaid: '',
  ageBasis: 'STATED',
  nationalities: ['MLI'],
  languages: ['ses', 'fra'],
  documentStatus: 'LOST',
}

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  colleague = await signedIn('PSYCHOLOGIST', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  stranger = await signedIn('SOCIAL_WORKER', 'MOP')
})

beforeEach(async () => {
  id = crypto.randomUUID()
  const members = [
    { userId: lead.id, capacity: 'LEAD' as const },
    { userId: colleague.id, capacity: 'MEMBER' as const },
  ]
  await insertCases([{ id, officeId: 'MOP', sensitivity: 'S3', leadId: lead.id, members, referrals: [] }])
  await makeReadable(id)
  const [row] = await root()`select code from app.cases where id = ${id}`
  code = String(row?.code)
})

const lines = () =>
  root()`select xmin::text as xid, * from app.case_changes where case_id = ${id} order by id`
const past = (who: SignedIn) =>
  as(who, async (ctx) => {
    const head = await caseHead(ctx, code)
    return head ? (await changesOf(ctx, { caseId: id, keys: head.keys })).shown : []
  })
const saved = async (endpoint: typeof writeSafety, values: Record<string, string | string[]>, who = lead) => {
  const answer = await post(endpoint, { as: who, params: { code }, values })
  expect([answer.status, answer.headers.get('location')?.includes('draft=')]).toEqual([303, false])
}

describe('the past of a case', () => {
  test('says who changed which answer when, from what and to what, sealed answers too', async () => {
    await saved(writeSafety, safety)
    await saved(writeSafety, { ...safety, phone: '65000002', warning: '', risk: 'HIGH' }, colleague)
    const [newest] = await past(supervisor)
    expect(newest).toMatchObject({ by: 'PSYCHOLOGIST MOP', what: 'CHANGED', member: false })
    expect(newest?.fields.map(({ page, field, from, to }) => [page, field, from ?? '', to ?? ''])).toEqual([
      ['safety', 'risk', 'MEDIUM', 'HIGH'],
      ['safety', 'phone', '65000001', '65000002'],
      ['safety', 'warning', 'son oncle écoute', ''],
    ])
  })

  test('keeps what was sealed as it was sealed: nothing of it stands in clear', async () => {
    await saved(writeSafety, safety)
    await saved(writeSafety, { ...safety, phone: '65000002' })
    const rows = JSON.stringify(await lines())
    for (const word of ['65000001', '65000002', 'oncle']) expect(rows).not.toContain(word)
  })

  test('says why a risk was rated lower, and nothing that nobody changed', async () => {
    await saved(writeSituation, {
      displacementStatus: 'IDP',
      originCercle: 'ML0801',
      village: '',
      concerns: ['VIOL_GBV'],
      specificNeeds: [],
    })
    const low = { ...safety, risk: 'LOW', hoursSince: '20', gbvType: 'RAPE' }
    await saved(writeSafety, { ...low, lowerReason: 'SAFE_NOW', openReason: 'PERSON_VIEW' })
    const [newest] = await past(lead)
    expect(newest?.fields.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'risk',
        'safeContact',
        'phone',
        'warning',
        'rating.lower_reason',
        'rating.open_reason',
        'rating.happened_at',
      ]),
    )
    expect(newest?.fields.map(({ field }) => field)).not.toContain('concerns')
  })

  test('names each member of the household who came or went, with what was said of them', async () => {
    await saved(addMember, {
      memberGiven: 'Issa',
      memberSex: 'M',
      memberAge: '7',
      ageUnsaid: '',
      memberRole: 'CHILD',
    })
    const [added] = await past(lead)
    expect(added).toMatchObject({ what: 'ADDED', member: true, given: 'Issa' })
    const [member] = await root()`select id from app.people where case_id = ${id} and standing = 'HOUSEHOLD'`
    await saved(removeMember, { member: String(member?.id) })
    const [removed, before] = await past(colleague)
    expect(removed).toMatchObject({ what: 'REMOVED', member: true, given: 'Issa', by: 'SOCIAL_WORKER MOP' })
    expect(removed?.fields.map(({ field, from }) => [field, from])).toEqual([
      ['memberGiven', 'Issa'],
      ['memberSex', 'M'],
      ['memberAge', '7'],
      ['memberRole', 'CHILD'],
    ])
    expect(before?.given).toBe('Issa')
  })

  test('is one line a save, and a save that changes nothing leaves none', async () => {
    const counts: number[] = []
    const each = async (save: () => Promise<void>) => {
      const before = (await lines()).length
      await save()
      counts.push((await lines()).length - before)
    }
    await each(() => saved(writeIdentity, identity))
    await each(() => saved(writeHousehold, { householdRole: 'HOH', householdSize: '4', sizeUnsaid: '' }))
    await each(() => saved(writeSafety, { ...safety, risk: 'HIGH' }))
    await each(() => saved(writeSafety, { ...safety, risk: 'HIGH' }))
    expect(counts).toEqual([1, 1, 1, 0])
  })

  test('a page saved with the rating as it stands leaves who rated it and when', async () => {
    await saved(writeSafety, safety)
    const rated = () => root()`select rated_by, rated_at from app.case_proposals where case_id = ${id}`
    const first = await rated()
    await saved(writeSafety, { ...safety, phone: '65000009' }, colleague)
    expect(await rated()).toEqual(first)
    await saved(writeSafety, { ...safety, phone: '65000009', risk: 'HIGH' }, colleague)
    expect((await rated())[0]?.rated_by).toBe(colleague.id)
  })

  test('costs a save no more than two kilobytes of log, all that a save writes counted', async () => {
    const household = { householdRole: 'HOH', householdSize: '4', sizeUnsaid: '' }
    const situation = {
      displacementStatus: 'IDP',
      originCercle: 'ML0801',
      village: 'Ansongo',
      concerns: ['VIOL_THREAT'],
      specificNeeds: [],
    }
    await saved(writeIdentity, identity)
    await saved(writeSituation, situation)
    // The least of five: a page that fills or an index that splits belongs to no save.
    const cost = async (
      endpoint: typeof writeSafety,
      each: (turn: number) => Record<string, string | string[]>,
    ) => {
      const bytes: number[] = []
      for (const turn of [1, 2, 3, 4, 5]) {
        const from = await walAt()
        await saved(endpoint, { ...each(turn), _key: crypto.randomUUID() })
        bytes.push(await walBytesOf(from, String((await lines()).at(-1)?.xid)))
      }
      return Math.min(...bytes)
    }
    const odd = (turn: number) => turn % 2 === 1
    const costs = {
      safety: await cost(writeSafety, (turn) => ({ ...safety, warning: `appeler avant ${turn + 6} heures` })),
      household: await cost(writeHousehold, (turn) => ({ ...household, householdSize: `${turn}` })),
      situation: await cost(writeSituation, (turn) => ({
        ...situation,
        displacementStatus: odd(turn) ? 'RET_IDP' : 'IDP',
      })),
      identity: await cost(writeIdentity, (turn) => ({
        ...identity,
        documentStatus: odd(turn) ? 'HAS_ID' : 'LOST',
      })),
    }
    console.log('bytes of log a save:', costs)
    for (const [page, bytes] of Object.entries(costs))
      expect([page, bytes > 300 && bytes <= 2048]).toEqual([page, true])
  })
})

describe('no hand writes the past', () => {
  const attempt = (sql: string) =>
    presenting(raw('web'), lead.token, (tx) => tx.unsafe(sql)).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )
  test('no valid token adds a line, changes one or takes one away', async () => {
    await saved(writeSafety, safety)
    const before = await lines()
    for (const attack of [
      `insert into app.case_changes (case_id, what, by_id, changed) values ('${id}', 'CHANGED', access.actor_id(), '{"risk": ["LOW", "HIGH"]}')`,
      `update app.case_changes set by_id = '${colleague.id}' where case_id = '${id}'`,
      `delete from app.case_changes where case_id = '${id}'`,
      `select app.keep_change(null)`,
    ])
      expect([attack, await attempt(attack)]).toEqual([attack, '42501'])
    expect(await lines()).toEqual(before)
  })

  test('nor does whoever maintains the database: what was changed stays, until the case goes', async () => {
    await saved(writeSafety, safety)
    for (const attack of [
      `insert into app.case_changes (case_id, what, changed) values ('${id}', 'CHANGED', '{}')`,
      `update app.case_changes set changed = '{}' where case_id = '${id}'`,
      `delete from app.case_changes where case_id = '${id}'`,
    ])
      await expect(root().unsafe(attack), attack).rejects.toMatchObject({ code: '23514' })
  })

  test('a write in raw SQL is kept as it was, in the name of who signed in; several in one transaction are one line', async () => {
    await presenting(raw('web'), colleague.token, async (tx) => {
      for (const role of ['HOH', 'SPOUSE', 'CHILD'])
        await tx`update app.people set household_role = ${role}, version = version + 1 where case_id = ${id}`
      await tx`update app.cases set do_not_contact = true, version = version + 1 where id = ${id}`
    })
    expect(await lines()).toMatchObject([
      {
        by_id: colleague.id,
        what: 'CHANGED',
        changed: { household_role: [null, 'CHILD'], do_not_contact: [false, true] },
      },
    ])
  })

  test('the past of a draft goes with it when the person says no', async () => {
    await saved(writeHousehold, { householdRole: 'HOH', householdSize: '4', sizeUnsaid: '' })
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.cases set state = 'DRAFT', registered_at = null where id = ${id}`
      await tx`delete from app.consents where case_id = ${id}`
    })
    expect(await lines()).toHaveLength(1)
    await presenting(raw('web'), lead.token, (tx) => tx`select app.drop_draft(${id})`)
    expect(await lines()).toHaveLength(0)
  })
})

describe('who reads the past of a case', () => {
  test('whoever reads the value; somebody out of reach finds no line', async () => {
    await saved(writeSafety, safety)
    for (const who of [lead, colleague, supervisor]) expect(await past(who)).toHaveLength(1)
    const found = await presenting(raw('web'), stranger.token, (tx) => tx`select id from app.case_changes`)
    expect(found).toHaveLength(0)
  })

  test('nobody but those named, once the case is restricted', async () => {
    await saved(writeSafety, safety)
    await root().begin(async (tx) => {
      await tx`insert into app.case_members (case_id, user_id, capacity) select ${id}, ${stranger.id}, 'MEMBER'`
      await tx`insert into app.case_members (case_id, user_id, capacity)
        select ${id}, u.id, 'NAMED_SUPERVISOR' from access.users u where u.id = ${(await signedIn('SUPERVISOR', 'GAO')).id}`
      await tx`update app.cases set sensitivity = 'S4' where id = ${id}`
    })
    const found = await presenting(
      raw('web'),
      supervisor.token,
      (tx) => tx`select id from app.case_changes where case_id = ${id}`,
    )
    expect(found).toHaveLength(0)
    expect(await past(lead)).toHaveLength(1)
    await root()`delete from app.case_members where case_id = ${id} and user_id = ${stranger.id}`
  })

  test('a line sealed with the key of another discipline is not there, not even that something changed', async () => {
    await saved(writeSafety, safety)
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.case_changes set key_id = (select k.id from vault.keys k where k.case_id = ${id} and k.compartment = 'PSYCHOLOGIST')
        where case_id = ${id}`
    })
    const read = (who: SignedIn) =>
      presenting(raw('web'), who.token, (tx) => tx`select id from app.case_changes where case_id = ${id}`)
    expect(await read(colleague)).toHaveLength(1)
    expect(await read(lead)).toHaveLength(0)
    expect(await read(supervisor)).toHaveLength(0)
  })
})
