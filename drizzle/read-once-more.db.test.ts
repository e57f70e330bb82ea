import { beforeEach, describe, expect, test } from 'vitest'
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
import { insertTask } from '@/lib/testing/factories/tasks'
import { forgetEverybody } from '@/lib/testing/factories/two-files'
import { ordinaryCase } from '@/lib/testing/factories/walk'

let lead: SignedIn
let other: SignedIn
let supervisor: SignedIn
let _farLead: SignedIn
let _farSupervisor: SignedIn

beforeEach(async () => {
  await forgetEverybody()
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  other = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  _farLead = await signedIn('SOCIAL_WORKER', 'GAO')
  _farSupervisor = await signedIn('SUPERVISOR', 'GAO')
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
    await expect(web`select app.restrict_case(${id}, '{}', 'SENSITIVE', 1)`).rejects.toThrow(/not theirs/)
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
  expect(await run(supervisor, `select app.restrict_case('${id}', null, 'SENSITIVE', null) as came`)).toEqual(
    {
      came: false,
    },
  )
  await expect(run(supervisor, `select app.return_rating('${id}', null)`)).rejects.toThrow(/no reason/)
  expect((await root()`select lead_id, sensitivity from app.cases where id = ${id}`)[0]).toEqual({
    lead_id: lead.id,
    sensitivity: 'S3',
  })
  expect(await live('app.tasks', `case_id = '${id}' and state = 'OPEN' and kind = 'SEE_LOWER_RISK'`)).toBe(1)
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
