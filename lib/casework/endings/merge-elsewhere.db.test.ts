import { beforeEach, describe, expect, test } from 'vitest'
import { POST as say } from '@/app/api/v1/cases/[code]/same/route'
import { listed, tokensFor } from '@/lib/casework/tokens/make-tokens'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { registered } from '@/lib/testing/factories/registered'
import {
  decides,
  type File,
  knownFile,
  pairOf,
  salimata,
  says,
  sent,
  stateOf,
  tasksOn,
  twoTeams,
  undoes,
} from '@/lib/testing/factories/two-files'

let lead: SignedIn
let other: SignedIn
let supervisor: SignedIn
let farLead: SignedIn
let farSupervisor: SignedIn

beforeEach(async () => {
  ;({ lead, other, supervisor, farLead, farSupervisor } = await twoTeams())
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
