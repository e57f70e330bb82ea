import { beforeEach, describe, expect, test } from 'vitest'
import { POST as decide } from '@/app/api/v1/cases/[code]/same/[pair]/decide/route'
import { POST as say } from '@/app/api/v1/cases/[code]/same/route'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import {
  around,
  stateOf as closingState,
  goalsMet,
  openCaseOf,
  send,
} from '@/lib/testing/factories/open-case'
import { registered } from '@/lib/testing/factories/registered'
import { insertTask } from '@/lib/testing/factories/tasks'
import {
  decides,
  type File,
  forgetEverybody,
  knownFile,
  pairOf,
  salimata,
  says,
  sent,
  stateOf,
  tasksOn,
  undoes,
} from '@/lib/testing/factories/two-files'
import { ordinaryCase } from '@/lib/testing/factories/walk'

let lead: SignedIn
let other: SignedIn
let supervisor: SignedIn
let farLead: SignedIn
let farSupervisor: SignedIn

beforeEach(async () => {
  await forgetEverybody()
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  other = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  farLead = await signedIn('SOCIAL_WORKER', 'GAO')
  farSupervisor = await signedIn('SUPERVISOR', 'GAO')
})

/** Raw statements of one transaction; what it says when it is refused, also at its end. The last one's first row otherwise. */
const run = (who: SignedIn, ...statements: string[]) =>
  presenting(raw('web'), who.token, async (tx) => {
    let rows: readonly Record<string, unknown>[] = []
    for (const statement of statements) rows = await tx.unsafe(statement)
    return rows[0]
  })

async function aCase() {
  const spec = ordinaryCase(lead.id, [])
  const member = { userId: other.id, capacity: 'MEMBER' as const }
  await insertCases([{ ...spec, members: [...spec.members, member] }])
  return spec.id
}
const live = async (table: string, of: string) =>
  (await root().unsafe(`select count(*)::int as n from ${table} where ${of}`))[0]?.n

const turn = (file: File, who: SignedIn, verb: 'merge' | 'undo-merge', into: string | null, state: string) =>
  `update app.cases set state = '${state}', merged_into = ${into ? `'${into}'` : 'null'}, version = version + 1,
    last_verb = '${verb}', last_party = 'supervisor', last_actor_id = '${who.id}', next_due_at = null, next_due_kind = null
    where id = '${file.id}'`

describe('a connection without a session', () => {
  test('takes nobody off a case, hands none over, answers no rating and notes no absence', async () => {
    const id = await aCase()
    await insertTask({ kind: 'SEE_LOWER_RISK', subject: { type: 'case', id }, reason: 'PERSON_VIEW' })
    const web = raw('web')
    expect(await web`select app.leave_case(${id}, ${other.id}) as came`).toMatchObject([{ came: false }])
    expect(await web`select app.hand_over(${id}, 1, ${other.id}) as came`).toMatchObject([{ came: 'yours' }])
    expect(await web`select app.return_rating(${id}, 'TALK_FIRST') as came`).toMatchObject([{ came: false }])
    expect(await web`select app.note_leave(${lead.id}, '2014-07-01', '2014-07-02') as came`).toMatchObject([
      { came: false },
    ])
    await expect(web`select app.restrict_as_supervisor(${id}, '{}', 1)`).rejects.toThrow(/not theirs/)
    expect(await live('app.case_members', `case_id = '${id}' and until is null`)).toBe(2)
    expect(await live('app.tasks', `case_id = '${id}' and state = 'OPEN' and kind = 'SEE_LOWER_RISK'`)).toBe(
      1,
    )
  })
})

test('a version or a reason of nothing hands nothing over and gives no rating back', async () => {
  const id = await aCase()
  await insertTask({ kind: 'SEE_LOWER_RISK', subject: { type: 'case', id }, reason: 'PERSON_VIEW' })
  expect(await run(supervisor, `select app.hand_over('${id}', null, '${other.id}') as came`)).toEqual({
    came: 'moved',
  })
  expect(
    await run(
      supervisor,
      `select app.hand_over('${id}', (select version from app.cases where id = '${id}'), null) as came`,
    ),
  ).toEqual({ came: 'able' })
  expect(await run(supervisor, `select app.restrict_as_supervisor('${id}', null, null) as came`)).toEqual({
    came: false,
  })
  await expect(run(supervisor, `select app.return_rating('${id}', null)`)).rejects.toThrow(/no reason/)
  expect((await root()`select lead_id, sensitivity from app.cases where id = ${id}`)[0]).toEqual({
    lead_id: lead.id,
    sensitivity: 'S3',
  })
  expect(await live('app.tasks', `case_id = '${id}' and state = 'OPEN' and kind = 'SEE_LOWER_RISK'`)).toBe(1)
})

describe('a merge', () => {
  test('without its word is refused at the end, and so is taking it back', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    await says(lead, fresh, known, 'SAME')
    await expect(run(supervisor, turn(fresh, supervisor, 'merge', known.id, 'DUPLICATE'))).rejects.toThrow(
      /word is not written/,
    )
    expect(await stateOf(fresh)).toMatchObject({ state: 'DRAFT', into: null })
    const pair = await pairOf(fresh)
    await expect(run(supervisor, `select app.decide_same('${pair}', null)`)).rejects.toThrow(/yes or no/)
    await run(
      supervisor,
      turn(fresh, supervisor, 'merge', known.id, 'DUPLICATE'),
      `select app.decide_same('${pair}', true)`,
    )
    await run(lead, `select app.ask_undo('${pair}')`)
    await expect(run(supervisor, turn(fresh, supervisor, 'undo-merge', null, 'DRAFT'))).rejects.toThrow(
      /word is not written/,
    )
    expect(await stateOf(fresh)).toMatchObject({ state: 'DUPLICATE', into: known.id })
    await run(
      supervisor,
      turn(fresh, supervisor, 'undo-merge', null, 'DRAFT'),
      `select app.note_undone('${pair}')`,
    )
    expect(await stateOf(fresh)).toMatchObject({ state: 'DRAFT', into: null })
  })

  test('leaves nobody elsewhere with a question about the file that points; it is asked of the one it points at', async () => {
    const away = await knownFile(farLead)
    const unlike = await knownFile(lead, {
      ...salimata,
      given: 'Bréhima',
      family: 'Sidibé',
      motherName: 'Nana',
      birthDate: '3/2/1961',
    })
    const fresh = await registered(lead, salimata)
    expect(await tasksOn(away)).toEqual(['ELSEWHERE'])
    const asked = await pairOf(away)
    await says(lead, fresh, unlike, 'SAME')
    const [pair] = await root()`select id from app.same_person where into_case_id = ${unlike.id}`
    await run(
      supervisor,
      turn(fresh, supervisor, 'merge', unlike.id, 'DUPLICATE'),
      `select app.decide_same('${pair?.id}', true)`,
    )
    const waiting = async () =>
      (
        await presenting(
          raw('web'),
          farSupervisor.token,
          (tx) => tx`select id from app.asked_elsewhere(${away.id})`,
        )
      ).map(({ id }) => id)
    const [next] =
      await root()`select id from app.same_person where case_id = ${unlike.id} and into_case_id = ${away.id}`
    expect(await waiting()).toEqual([next?.id])
    expect(await sent(say, farSupervisor, { code: away.code }, { pair: asked, answer: 'SAME' })).toBe(
      'not-found',
    )
    expect(
      await sent(say, farSupervisor, { code: away.code }, { pair: String(next?.id), answer: 'TWO' }),
    ).toContain('done=two')
    expect(await tasksOn(away)).toEqual([])
    // Taken back, the first question waits again, and only where it waited.
    await run(lead, `select app.ask_undo('${pair?.id}')`)
    await run(
      supervisor,
      turn(fresh, supervisor, 'undo-merge', null, 'DRAFT'),
      `select app.note_undone('${pair?.id}')`,
    )
    expect(await waiting()).toEqual([asked])
    expect([await tasksOn(away), await tasksOn(fresh), await tasksOn(unlike)]).toEqual([
      ['ELSEWHERE'],
      [],
      [],
    ])
  })

  test('into a file that was itself pointed at a third one is no longer taken, and asked about that one', async () => {
    const first = await knownFile(lead, {
      ...salimata,
      given: 'Nafi',
      family: 'Sidibé',
      birthDate: '3/2/1961',
    })
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    await says(lead, fresh, known, 'SAME')
    const asked = await pairOf(fresh)
    await says(lead, known, first, 'SAME')
    const [pair] = await root()`select id from app.same_person where into_case_id = ${first.id}`
    await run(
      supervisor,
      turn(known, supervisor, 'merge', first.id, 'DUPLICATE'),
      `select app.decide_same('${pair?.id}', true)`,
    )
    expect([await tasksOn(fresh), await tasksOn(known), await tasksOn(first)]).toEqual([
      [],
      [],
      ['ELSEWHERE'],
    ])
    const [row] = await root()`select version from app.cases where id = ${fresh.id}`
    const answer = { says: 'YES', _version: String(row?.version) }
    expect(await sent(decide, supervisor, { code: fresh.code, pair: asked }, answer)).toBe(
      'changed-meanwhile',
    )
    expect(await stateOf(fresh)).toMatchObject({ state: 'DRAFT', into: null })
  })
})

test('"unsure" elsewhere is answered again, and only by who opens the file that was known', async () => {
  const known = await knownFile(farLead)
  const fresh = await registered(lead, salimata)
  const pair = await pairOf(known)
  const elsewhere = (who: SignedIn, word: string) =>
    run(who, `select app.say_same_elsewhere('${pair}', '${word}')`)
  await elsewhere(farSupervisor, 'UNSURE')
  expect(await tasksOn(known)).toEqual(['UNSURE'])
  for (const who of [supervisor, lead]) {
    await expect(elsewhere(who, 'TWO')).rejects.toThrow(/no such question/)
    await expect(run(who, `select app.say_same('${fresh.id}', '${known.id}', 'TWO')`)).rejects.toThrow(
      /no two files/,
    )
  }
  await elsewhere(farSupervisor, 'SAME')
  expect([await tasksOn(known), await tasksOn(fresh)]).toEqual([[], ['SAID_SAME']])
  await expect(elsewhere(farSupervisor, 'TWO')).rejects.toThrow(/no such question/)
  expect(await decides(supervisor, fresh, 'NO')).toContain('done=two')
  expect(await undoes(supervisor, fresh)).toBe('not-found')
})

describe('what is decided on a closing', () => {
  const goes = (id: string, verb: string, state: string, by: SignedIn) =>
    `update app.cases set state = '${state}', version = version + 1, last_verb = '${verb}', last_party = 'supervisor',
      last_actor_id = '${by.id}' where id = '${id}'`
  test('is what becomes of its case, and neither stands alone', async () => {
    const all = await around()
    const { id, code } = await openCaseOf(all)
    const asks = `insert into app.case_closings (id, case_id, office_id, sensitivity, reason, told, evidence, checklist, left_open,
        asked_by, key_id, words) select gen_random_uuid(), '${id}', 'MOP', 'S3', 'GOALS_MET', 'YES', '{}', '{}', '{}', '${all.lead.id}',
        p.key_id, '' from app.people p where p.case_id = '${id}' and p.standing = 'PRINCIPAL'`
    await expect(run(all.lead, asks)).rejects.toThrow(/did not move with it/)
    const { POST } = await import('@/app/api/v1/cases/[code]/ask-closure/route')
    await send(POST, all.lead, code, goalsMet)
    expect(await closingState(id)).toMatchObject({ state: 'PENDING_CLOSURE' })
    const decide = (word: string) =>
      `update app.case_closings set decided = '${word}', decided_by = '${all.supervisor.id}', decided_at = clock.casework_now(),
        comment = ${word === 'RETURNED' ? `'x'` : 'null'} where case_id = '${id}' and decided is null`
    await expect(run(all.supervisor, decide('CLOSED'))).rejects.toThrow(/did not move with it/)
    const back = goes(id, 'return-closure', 'OPEN', all.supervisor)
    await expect(run(all.supervisor, decide('CLOSED'), back)).rejects.toThrow(/did not move with it/)
    await run(all.supervisor, decide('RETURNED'), back)
    expect(await closingState(id)).toMatchObject({ state: 'OPEN', closure_reason: null })
  })
})

test('no login puts the date of open work off, also while it calls that maintenance', async () => {
  const id = await aCase()
  const due = new Date('2014-06-30T10:00:00Z')
  await insertTask({ kind: 'SEE_PERSON', subject: { type: 'case', id }, due })
  for (const who of [lead, supervisor])
    await run(
      who,
      `select set_config('relais.maintenance', 'on', true)`,
      `update app.tasks set due_at = clock.casework_now() + interval '9 days' where case_id = '${id}'`,
    ).catch(() => undefined)
  expect(await root()`select due_at as due from app.tasks where case_id = ${id}`).toEqual([{ due }])
})

test('whoever led is off the case after a hand-over, also where they had been put on it twice', async () => {
  const id = await aCase()
  for (const who of [lead, other, supervisor])
    await run(
      who,
      `insert into app.case_members (case_id, user_id, capacity) values ('${id}', '${lead.id}', 'MEMBER')`,
    ).catch(() => undefined)
  const came = await run(
    supervisor,
    `select app.hand_over('${id}', (select version from app.cases where id = '${id}'), '${other.id}') as came`,
  )
  expect(came).toEqual({ came: 'done' })
  expect(
    await root()`select user_id, capacity from app.case_members where case_id = ${id} and until is null`,
  ).toEqual([{ user_id: other.id, capacity: 'LEAD' }])
  expect(await run(lead, `select id from app.cases where id = '${id}'`)).toBeUndefined()
})

describe('the line of a case', () => {
  test('is drawn again when why it ends changes', async () => {
    const id = await aCase()
    await insertTask({
      kind: 'SEE_PERSON',
      subject: { type: 'case', id },
      due: new Date('2014-01-06T10:00:00Z'),
    })
    const subject = async () =>
      (await root()`select subject_type as of from app.case_lines where case_id = ${id}`)[0]?.of
    expect(await subject()).toBe('task')
    await root()`alter table app.cases disable trigger user`
    await root()`alter table app.cases enable trigger y_line_of_changed_case`
    await root()`update app.cases set state = 'PENDING_CLOSURE', closure_reason = 'GOALS_MET' where id = ${id}`
    expect(await subject()).toBe('task')
    await root()`update app.cases set closure_reason = 'CONSENT_WITHDRAWN' where id = ${id}`
    await root()`alter table app.cases enable trigger user`
    expect(await subject()).toBe('case')
  })

  test.each(['repeatable read', 'serializable'])(
    'is not drawn from what stood before (%s)',
    async (level) => {
      const id = await aCase()
      const late = root().begin(
        `isolation level ${level}`,
        (tx) =>
          tx`update app.cases set next_due_at = clock.casework_now() + interval '3 days' where id = ${id}`,
      )
      await expect(late).rejects.toThrow(/drawn from what stands now/)
    },
  )
})
