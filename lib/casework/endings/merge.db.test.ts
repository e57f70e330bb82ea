import { beforeEach, describe, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as hold } from '@/app/api/v1/cases/[code]/hold/route'
import { POST as withdraw } from '@/app/api/v1/cases/[code]/withdraw/route'
import { unanswered } from '@/lib/casework/likeness/unanswered'
import { peopleOf } from '@/lib/casework/people/queries'
import { as, presenting, type SignedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { send } from '@/lib/testing/factories/open-case'
import { registered } from '@/lib/testing/factories/registered'
import { caseOf } from '@/lib/testing/factories/transfers'
import {
  decides,
  knownFile,
  pairOf,
  salimata,
  says,
  stateOf,
  tasksOn,
  twoTeams,
  undoes,
} from '@/lib/testing/factories/two-files'
import { draftReferral } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let other: SignedIn
let supervisor: SignedIn
let farLead: SignedIn
let farSupervisor: SignedIn

beforeEach(async () => {
  ;({ lead, other, supervisor, farLead, farSupervisor } = await twoTeams())
})

describe('a person who is registered twice by whom both files are', () => {
  test('is found by whoever registers, with what agrees', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, { ...salimata, given: 'Salimatou', family: 'Wologuem' })
    const found = await as(lead, async (ctx) => {
      const people = await peopleOf(ctx, fresh.id)
      return unanswered(ctx, { id: fresh.id, state: 'DRAFT' }, people)
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

  test('may wait itself: its day is laid aside, and stands again when two take it back', async () => {
    const known = await knownFile(lead)
    const fresh = await knownFile(lead, { ...salimata, motherName: 'Fanta' })
    const values = { holdReason: 'TRAVELLING', reviewOn: '20/7/2014' }
    expect((await send(hold, lead, fresh.code, values)).status).toBe(303)
    const days = () =>
      root()`select kind, due_at from app.tasks where case_id = ${fresh.id} and state = 'OPEN'`
    const before = await days()
    expect(before.map(({ kind }) => kind)).toEqual(['REVIEW_HOLD'])
    await says(lead, fresh, known, 'SAME')
    expect(await decides(supervisor, fresh, 'YES')).toContain('done=merged')
    expect(await days()).toEqual([])
    await undoes(lead, fresh)
    expect(await undoes(supervisor, fresh)).toContain('done=undone')
    expect(await stateOf(fresh)).toMatchObject({ state: 'ON_HOLD' })
    expect(await days()).toEqual(before)
  })

  test('is said once: of two files that are one nothing is asked until that is taken back', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    await says(lead, fresh, known, 'SAME')
    await decides(supervisor, fresh, 'YES')
    for (const word of ['SAME', 'TWO', 'UNSURE'])
      for (const [from, to] of [
        [fresh, known],
        [known, fresh],
      ] as const)
        expect(await says(lead, from, to, word)).toBe('same-one-already')
  })

  test('lets no partner read on, and is erased on the same day, once the person wants no file', async () => {
    const known = await knownFile(lead)
    const twin = {
      ...(await caseOf(lead, { referrals: [draftReferral({ state: 'VERIFIED', sent: true })] })),
      led: '',
    }
    const read = () => root()`select from app.shares where case_id = ${twin.id} and ended_at is null`
    expect((await read()).length).toBeGreaterThan(0)
    await says(lead, twin, known, 'SAME')
    expect(await decides(supervisor, twin, 'YES')).toContain('done=merged')
    const values = { withdrawReason: 'NOT_SAID', told: 'on' }
    expect((await send(withdraw, lead, known.code, values)).status).toBe(303)
    expect(await read()).toEqual([])
    expect((await send(close, supervisor, known.code, {})).status).toBe(303)
    const days = await root()`select erase_on::text as day, retention_class as class from app.cases
      where id in (${known.id}, ${twin.id})`
    expect(days).toHaveLength(2)
    expect(days[0]).toEqual(days[1])
    expect(days[0]).toMatchObject({ class: 'WITHDRAWN' })
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
