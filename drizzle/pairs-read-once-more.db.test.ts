import { beforeEach, describe, expect, test } from 'vitest'
import { POST as decide } from '@/app/api/v1/cases/[code]/same/[pair]/decide/route'
import { POST as say } from '@/app/api/v1/cases/[code]/same/route'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { registered } from '@/lib/testing/factories/registered'
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

let lead: SignedIn
let _other: SignedIn
let supervisor: SignedIn
let farLead: SignedIn
let farSupervisor: SignedIn

beforeEach(async () => {
  await forgetEverybody()
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  _other = await signedIn('SOCIAL_WORKER', 'MOP')
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

const turn = (file: File, who: SignedIn, verb: 'merge' | 'undo-merge', into: string | null, state: string) =>
  `update app.cases set state = '${state}', merged_into = ${into ? `'${into}'` : 'null'}, version = version + 1,
    last_verb = '${verb}', last_party = 'supervisor', last_actor_id = '${who.id}', next_due_at = null, next_due_kind = null
    where id = '${file.id}'`

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
