import { beforeEach, describe, expect, test } from 'vitest'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { openingsForMe } from '@/lib/casework/notes/openings'
import { viewOpenings } from '@/lib/desks/work/view-openings'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import {
  answersOpening,
  asksOpening,
  leavesCase,
  notesPageOf,
  openingOf,
  SEALED_WORDS,
  type SealedCase,
  sealedCase,
  sealedInSql,
} from '@/lib/testing/factories/sealed-case'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let author: SignedIn
let successor: SignedIn
let supervisor: SignedIn
let second: SignedIn
let colleague: SignedIn
let one: SealedCase

beforeEach(async () => {
  // Nobody else stands in for the discipline.
  await root()`update access.users set active = false where role = 'PSYCHOLOGIST'`
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  author = await signedIn('PSYCHOLOGIST', 'MOP')
  successor = await signedIn('PSYCHOLOGIST', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  second = await signedIn('SUPERVISOR', 'MOP')
  colleague = await signedIn('PSYCHOLOGIST', 'MOP')
  one = await sealedCase({ lead, author, successor })
})

describe('a colleague who joins a case', () => {
  test('reads no sealed note of the discipline from before, and is told how many there are', async () => {
    expect(await notesPageOf(successor, one)).toEqual({ texts: [], closed: 1 })
    expect(await sealedInSql(successor, one)).toEqual({ notes: 0, keys: 0 })
  })

  test('writes sealed notes with a key of their own, which the author does not read either', async () => {
    await post(addNote, {
      as: successor,
      params: { code: one.code },
      values: { compartment: 'OWN', body: 'Première séance', metOn: '' },
    })
    expect(await notesPageOf(successor, one)).toEqual({ texts: ['Première séance'], closed: 1 })
    expect(await notesPageOf(author, one)).toEqual({ texts: [SEALED_WORDS], closed: 1 })
  })
})

describe('sealed notes are opened by two people', () => {
  test('the author asks and supervision confirms; then the successor reads, and supervision still does not', async () => {
    expect((await asksOpening(author, one, successor)).headers.get('location')).toContain('done=asked')
    expect((await notesPageOf(successor, one))?.texts).toEqual([])
    expect((await answersOpening(supervisor, one)).status).toBe(303)
    expect(await notesPageOf(successor, one)).toEqual({ texts: [SEALED_WORDS], closed: 0 })
    expect(await sealedInSql(successor, one)).toEqual({ notes: 1, keys: 1 })
    for (const who of [supervisor, second, lead]) {
      expect((await notesPageOf(who, one))?.texts).toEqual([])
      expect(await sealedInSql(who, one)).toEqual({ notes: 0, keys: 0 })
    }
  })

  test('supervision asks and the author confirms', async () => {
    await asksOpening(supervisor, one, successor)
    expect((await answersOpening(author, one)).status).toBe(303)
    expect((await notesPageOf(successor, one))?.texts).toEqual([SEALED_WORDS])
  })

  test('where the author is gone, supervision asks and a colleague of the discipline confirms, who reads nothing', async () => {
    await leavesCase(lead, one, author)
    await asksOpening(supervisor, one, successor)
    const found = await reading(colleague, viewOpenings)
    // The case is out of their reach and stays so.
    expect(found.view.rows).toMatchObject([{ to: 'PSYCHOLOGIST MOP', code: null, reason: 'HAND_OVER' }])
    expect((await answersOpening(colleague, one)).status).toBe(303)
    expect((await notesPageOf(successor, one))?.texts).toEqual([SEALED_WORDS])
    expect(await sealedInSql(colleague, one)).toEqual({ notes: 0, keys: 0 })
    expect(await notesPageOf(colleague, one)).toBeUndefined()
  })

  test('where the author is away, a colleague may stand in; where they are there, nobody may', async () => {
    await asksOpening(supervisor, one, successor)
    expect((await answersOpening(colleague, one)).status).toBe(404)
    await root()`insert into app.leaves (user_id, from_on, to_on, recorded_by)
      values (${author.id}, '2014-06-20', '2014-07-20', ${supervisor.id})`
    expect((await answersOpening(colleague, one)).status).toBe(303)
    expect((await notesPageOf(successor, one))?.texts).toEqual([SEALED_WORDS])
  })

  test('nobody does both halves, nor the successor any, by form and in raw SQL', async () => {
    for (const who of [successor, lead])
      expect((await asksOpening(who, one, successor)).headers.get('location')).toContain('/notes/open?draft=')
    await asksOpening(supervisor, one, successor)
    const opening = await openingOf(one)
    for (const who of [supervisor, second, successor, lead, colleague]) {
      const [row] = await presenting(
        raw('web'),
        who.token,
        (tx) => tx`select app.answer_opening(${opening}, 'OPENED') as came`,
      )
      expect(row?.came).toBe('yours')
    }
    await answersOpening(supervisor, one, 'TAKEN_BACK')
    await asksOpening(author, one, successor)
    const other = await openingOf(one)
    for (const who of [author, successor, lead, colleague]) {
      const [row] = await presenting(
        raw('web'),
        who.token,
        (tx) => tx`select app.answer_opening(${other}, 'OPENED') as came`,
      )
      expect(row?.came).toBe('yours')
    }
    expect(await sealedInSql(successor, one)).toEqual({ notes: 0, keys: 0 })
  })

  test('in no other way: no login writes an opening or a holder itself', async () => {
    for (const who of [successor, author, supervisor, lead]) {
      for (const statement of [
        `insert into vault.key_holders (key_id, user_id, case_id, office_id, sensitivity, compartment)
          select id, '${successor.id}', case_id, office_id, sensitivity, compartment from vault.keys where case_id = '${one.id}' limit 1`,
        `insert into app.key_openings (id, case_id, office_id, sensitivity, compartment, to_user, reason, asked_by, asked_as)
          values (gen_random_uuid(), '${one.id}', 'MOP', 'S3', 'PSYCHOLOGIST', '${successor.id}', 'LEFT', '${who.id}', 'DISCIPLINE')`,
        `update vault.key_holders set user_id = '${successor.id}'`,
        `update vault.keys set compartment = 'TEAM' where case_id = '${one.id}'`,
      ])
        await expect(presenting(raw('web'), who.token, (tx) => tx.unsafe(statement))).rejects.toThrow(
          /permission denied/,
        )
    }
  })

  test('a refused one opens nothing, and the two people, the reason and the moments stay', async () => {
    await asksOpening(supervisor, one, successor)
    await answersOpening(author, one, 'REFUSED')
    expect((await notesPageOf(successor, one))?.texts).toEqual([])
    const rows =
      await root()`select to_user, reason, asked_by, asked_as, answer, answered_by from app.key_openings where case_id = ${one.id}`
    expect(rows).toEqual([
      {
        to_user: successor.id,
        reason: 'HAND_OVER',
        asked_by: supervisor.id,
        asked_as: 'SUPERVISION',
        answer: 'REFUSED',
        answered_by: author.id,
      },
    ])
    const log = await root()`select action, actor_id from audit.events
      where action in ('note.ask-opening', 'note.answer-opening') and outcome = 'done' and actor_id in (${supervisor.id}, ${author.id}) order by id`
    expect(log.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['note.ask-opening', supervisor.id],
      ['note.answer-opening', author.id],
    ])
  })

  test('on a restricted case only the named supervisor speaks for supervision', async () => {
    one = await sealedCase({ lead, author, successor }, { sensitivity: 'S4', named: [second] })
    expect((await asksOpening(supervisor, one, successor)).status).toBe(404)
    await asksOpening(second, one, successor)
    await answersOpening(author, one)
    expect((await notesPageOf(successor, one))?.texts).toEqual([SEALED_WORDS])
    expect(await sealedInSql(second, one)).toEqual({ notes: 0, keys: 0 })
  })

  test('one of another discipline on the case is given nothing', async () => {
    const lawyer = await signedIn('LAWYER', 'MOP')
    await root()`insert into app.case_members (case_id, user_id, capacity) values (${one.id}, ${lawyer.id}, 'MEMBER')`
    expect((await asksOpening(author, one, lawyer)).headers.get('location')).toContain('?draft=')
    const [row] = await presenting(
      raw('web'),
      supervisor.token,
      (tx) =>
        tx`select app.ask_opening(gen_random_uuid(), ${one.id}, ${lawyer.id}, 'PSYCHOLOGIST', 'LEFT') as came`,
    )
    expect(row?.came).toBe('able')
  })
})

test('an opening on a case that is over asks nobody', async () => {
  const closed = await sealedCase({ lead, author, successor })
  await asksOpening(author, closed, successor)
  const waits = async () => (await as(supervisor, openingsForMe)).some(({ code }) => code === closed.code)
  expect(await waits()).toBe(true)
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.cases set state = 'CLOSED', closure_reason = 'GOALS_MET' where id = ${closed.id}`
  })
  expect(await waits()).toBe(false)
})
