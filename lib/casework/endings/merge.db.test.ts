import { beforeEach, describe, expect, test } from 'vitest'
import { POST as decide } from '@/app/api/v1/cases/[code]/same/[pair]/decide/route'
import { POST as undo } from '@/app/api/v1/cases/[code]/same/[pair]/undo/route'
import { POST as say } from '@/app/api/v1/cases/[code]/same/route'
import { findCandidates } from '@/lib/casework/likeness/candidates'
import { knownPerson } from '@/lib/casework/likeness/known-person'
import { peopleOf } from '@/lib/casework/people/queries'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { registered } from '@/lib/testing/factories/registered'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let other: SignedIn
let supervisor: SignedIn
let farLead: SignedIn
let farSupervisor: SignedIn
type File = { code: string; id: string; led: string }

const salimata = {
  given: 'Salimata',
  family: 'Ouologuem',
  motherName: 'Djénéba',
  birthDate: '12/5/1984',
  age: '',
  ageBasis: 'DOC',
}

beforeEach(async () => {
  await root()`delete from app.tasks where kind = 'COMPARE_PEOPLE'`
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.cases set state = 'OPEN', risk = 'LOW', merged_into = null, merged_from = null where merged_into is not null`
    await tx`delete from app.same_person`
  })
  await root()`delete from app.name_tokens`
  await root()`delete from app.restricted_tokens`
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  other = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  farLead = await signedIn('SOCIAL_WORKER', 'GAO')
  farSupervisor = await signedIn('SUPERVISOR', 'GAO')
})

/** A file as known for a year: registered, at Bandiagara, with a telephone. */
async function knownFile(by: SignedIn, names: Record<string, string> = salimata): Promise<File> {
  const file = await registered(by, names)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.cases set state = 'OPEN', risk = 'LOW', registered_at = opened_at where id = ${file.id}`
  })
  return file
}

const stateOf = async ({ id }: File) =>
  (await root()`select state, merged_into as into, merged_from as from from app.cases where id = ${id}`)[0]
const tasksOn = async ({ id }: File) =>
  (
    await root()`select reason from app.tasks where kind = 'COMPARE_PEOPLE' and subject_id = ${id} and state = 'OPEN'`
  ).map(({ reason }) => String(reason))
const pairOf = async ({ id }: File) =>
  String((await root()`select id from app.same_person where case_id = ${id} or into_case_id = ${id}`)[0]?.id)
const version = async ({ id }: File) =>
  String((await root()`select version from app.cases where id = ${id}`)[0]?.version)

async function sent(
  endpoint: typeof say,
  who: SignedIn,
  params: Record<string, string>,
  values: Record<string, string>,
) {
  const response = await post(endpoint, { as: who, params, values, json: true })
  const body = (await response.json()) as { location?: string; error?: { reason?: string } }
  return response.status < 300 ? body.location : (body.error?.reason ?? response.status)
}
const says = (who: SignedIn, from: File, into: File, answer: string) =>
  sent(say, who, { code: from.code }, { other: into.id, answer })
const decides = async (who: SignedIn, file: File, word: string) =>
  sent(
    decide,
    who,
    { code: file.code, pair: await pairOf(file) },
    { says: word, _version: await version(file) },
  )
const undoes = async (who: SignedIn, file: File) =>
  sent(undo, who, { code: file.code, pair: await pairOf(file) }, { _version: await version(file) })

describe('a person who is registered twice by whom both files are', () => {
  test('is found by whoever registers, with what agrees', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, { ...salimata, given: 'Salimatou', family: 'Wologuem' })
    const found = await as(lead, async (ctx) => {
      const people = await peopleOf(ctx, fresh.id)
      return findCandidates(ctx, knownPerson(people), fresh.id)
    })
    expect(found.map(({ file }) => file.code)).toEqual([known.code])
    expect(found[0]?.lines).toContainEqual({ fact: 'mother', likeness: 'SAME' })
    expect(found[0]?.lines).toContainEqual({ fact: 'phone', likeness: 'NONE' })
    // Of what is in reach the page asks, not the supervisor.
    expect(await tasksOn(known)).toEqual([])
  })

  test('counts as one only by a second person’s word, and stands as before when two take it back', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    expect(await says(lead, fresh, known, 'SAME')).toBe(`/cases/${known.code}?done=same-asked`)
    expect(await tasksOn(fresh)).toEqual(['SAID_SAME'])
    expect(await decides(lead, fresh, 'YES')).toBe('same-own-word')
    expect(await decides(other, fresh, 'YES')).toBe('not-found')
    expect(await decides(supervisor, fresh, 'YES')).toContain('done=merged')
    expect(await stateOf(fresh)).toEqual({ state: 'DUPLICATE', into: known.id, from: 'DRAFT' })
    expect(await tasksOn(fresh)).toEqual([])
    expect(await undoes(lead, fresh)).toContain('done=undo-asked')
    expect(await undoes(lead, fresh)).toBe('same-own-undo')
    expect(await undoes(supervisor, fresh)).toContain('done=undone')
    expect(await stateOf(fresh)).toEqual({ state: 'DRAFT', into: null, from: null })
    const events =
      await root()`select verb, from_state, to_state from app.case_events where case_id = ${fresh.id} order by id desc limit 2`
    expect(events.map(({ verb }) => verb)).toEqual(['undo-merge', 'merge'])
  })

  test('moves no row', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    const rows = () =>
      root()`select 'p' as kind, id, case_id from app.people union all select 'c', id, case_id from app.consents
        union all select 'k', id, case_id from vault.keys where case_id is not null order by 1, 2`
    const before = await rows()
    await says(lead, fresh, known, 'SAME')
    await decides(supervisor, fresh, 'YES')
    expect(await rows()).toEqual(before)
  })

  test('is two people when either says so, and the question does not come back', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    await says(lead, fresh, known, 'SAME')
    expect(await decides(supervisor, fresh, 'NO')).toContain('done=two')
    expect(await stateOf(fresh)).toMatchObject({ state: 'DRAFT', into: null })
    expect([await tasksOn(fresh), await tasksOn(known)]).toEqual([[], []])
    const third = await registered(lead, salimata)
    expect(await says(lead, third, known, 'TWO')).toContain('done=two')
    expect(await says(lead, third, fresh, 'UNSURE')).toContain('done=unsure')
    expect(await tasksOn(fresh)).toEqual(['UNSURE'])
  })

  test('waits with work under way: an open referral or a task would be seen by nobody', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    await root()`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity)
      values ('CARE_PEP', 'case', ${fresh.id}, ${fresh.id}, 'MOP', 'S3')`
    await says(lead, fresh, known, 'SAME')
    expect(await decides(supervisor, fresh, 'YES')).toBe('same-still-runs')
    await root()`update app.tasks set state = 'DONE', done_at = clock.casework_now() where kind = 'CARE_PEP'`
    expect(await decides(supervisor, fresh, 'YES')).toContain('done=merged')
  })

  test('is not taken back after its days', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    await says(lead, fresh, known, 'SAME')
    await decides(supervisor, fresh, 'YES')
    await root()`update app.same_person set decided_at = decided_at - interval '91 days', version = version + 1`
    expect(await undoes(lead, fresh)).toBe('same-too-late')
  })
})

describe('a person who is known where the registrar may not look', () => {
  test('asks the other file’s supervisor and tells the registrar nothing', async () => {
    const known = await knownFile(farLead)
    const unlike = await registered(other, { given: 'Bréhima', family: 'Sidibé', motherName: 'Nana' })
    const fresh = await registered(lead, salimata)
    expect(await tasksOn(known)).toEqual(['ELSEWHERE'])
    expect(fresh.led.replace(fresh.code, 'X')).toBe(unlike.led.replace(unlike.code, 'X'))
    for (const who of [lead, farLead, supervisor, farSupervisor])
      expect(await presenting(raw('web'), who.token, (tx) => tx`select * from app.same_person`)).toHaveLength(
        0,
      )
    const seen = (who: SignedIn, file: File) =>
      presenting(
        raw('web'),
        who.token,
        (tx) => tx`select office_id, said from app.asked_elsewhere(${file.id})`,
      )
    expect(await seen(farSupervisor, known)).toEqual([{ office_id: 'MOP', said: null }])
    for (const [who, file] of [
      [supervisor, fresh],
      [lead, fresh],
      [farLead, known],
    ] as const)
      expect(await seen(who, file)).toEqual([])
  })

  test('of the same office asks its supervisor, who may open both', async () => {
    const known = await knownFile(other)
    const fresh = await registered(lead, salimata)
    expect(await tasksOn(known)).toEqual(['ELSEWHERE'])
    expect(await says(supervisor, fresh, known, 'SAME')).toContain('done=same-asked')
    expect([await tasksOn(known), await tasksOn(fresh)]).toEqual([[], ['SAID_SAME']])
    expect(await decides(lead, fresh, 'YES')).toBe('not-found')
    const second = await signedIn('SUPERVISOR', 'MOP')
    expect(await decides(second, fresh, 'YES')).toContain('done=merged')
  })

  test('becomes one by the words of the two supervisors, each about their own file', async () => {
    const known = await knownFile(farLead)
    const fresh = await registered(lead, salimata)
    const pair = await pairOf(known)
    expect(await sent(say, farSupervisor, { code: known.code }, { pair, answer: 'SAME' })).toContain(
      'done=same',
    )
    expect([await tasksOn(known), await tasksOn(fresh)]).toEqual([[], ['SAID_SAME']])
    expect(await decides(supervisor, fresh, 'YES')).toContain('done=merged')
    expect(await stateOf(fresh)).toMatchObject({ state: 'DUPLICATE', into: known.id })
    expect(await undoes(supervisor, fresh)).toContain('done=undo-asked')
    const second = await signedIn('SUPERVISOR', 'MOP')
    expect(await undoes(second, fresh)).toContain('done=undone')
  })

  test('on a restricted file asks whoever is named on it, and nobody else has a task', async () => {
    const known = await knownFile(farLead)
    const named = await signedIn('SUPERVISOR', 'TBT')
    await root().begin(async (tx) => {
      await tx`insert into app.case_members (case_id, user_id, capacity) values (${known.id}, ${named.id}, 'NAMED_SUPERVISOR')`
      await tx`update app.cases set sensitivity = 'S4', version = version + 1 where id = ${known.id}`
      await tx`select set_config('relais.maintenance', 'on', true)`
    })
    const { tokensFor, listed } = await import('@/lib/casework/tokens/make-tokens')
    const [person] = await root()`select id from app.people where case_id = ${known.id}`
    const mine = tokensFor(
      String(person?.id),
      { ...salimata, mother: 'Djénéba', birth: { date: '1984-05-12', basis: 'DOC' }, sex: 'F' },
      'restricted',
    )
    await root()`insert into app.restricted_tokens (person_id, case_id, tokens) values (${person?.id}, ${known.id}, ${listed(mine)}::bigint[])`
    await registered(lead, salimata)
    expect(await tasksOn(known)).toEqual(['ELSEWHERE'])
    const tasks = (who: SignedIn) =>
      presenting(raw('web'), who.token, (tx) => tx`select id from app.tasks where kind = 'COMPARE_PEOPLE'`)
    expect(await tasks(named)).toHaveLength(1)
    for (const who of [farSupervisor, supervisor, lead]) expect(await tasks(who)).toHaveLength(0)
  })
})

describe('the database by itself', () => {
  test('takes no merge that two people did not say, and none of a file out of reach', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    const point = (who: SignedIn, party: string) =>
      presenting(
        raw('web'),
        who.token,
        (
          tx,
        ) => tx`update app.cases set state = 'DUPLICATE', merged_into = ${known.id}, version = version + 1, last_verb = 'merge',
          last_party = ${party}, last_actor_id = ${who.id}, next_due_at = null, next_due_kind = null where id = ${fresh.id} returning id`,
      )
    await expect(point(supervisor, 'supervisor')).rejects.toThrow(/two people/)
    expect(await says(lead, fresh, known, 'SAME')).toContain('done=same-asked')
    await expect(point(lead, 'team')).rejects.toThrow(/two people/)
    expect(await point(farSupervisor, 'supervisor')).toHaveLength(0)
    await expect(
      presenting(
        raw('web'),
        farSupervisor.token,
        (tx) => tx`select app.say_same(${fresh.id}, ${known.id}, 'TWO')`,
      ),
    ).rejects.toThrow(/no two files/)
    await expect(
      presenting(
        raw('web'),
        supervisor.token,
        async (tx) => tx`select app.decide_same(${await pairOf(fresh)}, true)`,
      ),
    ).rejects.toThrow(/not merged/)
  })

  test('ends the question with a draft whose person says no', async () => {
    const known = await knownFile(farLead)
    const fresh = await registered(lead, salimata)
    expect(await tasksOn(known)).toEqual(['ELSEWHERE'])
    const { POST: answer } = await import('@/app/api/v1/cases/[code]/consent/route')
    const no = { answer: 'REFUSED', stats: 'NO', _version: '1' }
    const said = await post(answer, { as: lead, params: { code: fresh.code }, values: no })
    expect(said.headers.get('location')).toBe('/cases/new/no')
    expect(await root()`select from app.same_person`).toHaveLength(0)
    expect(await tasksOn(known)).toEqual([])
  })
})
