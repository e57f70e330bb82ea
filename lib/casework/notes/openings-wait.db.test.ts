import { beforeEach, expect, test } from 'vitest'
import { tasksThatBlock } from '@/lib/casework/tasks/blocks-closing'
import { waitingPage } from '@/lib/casework/tasks/waiting'
import { viewNotes } from '@/lib/desks/case-file/view-notes'
import { readDay } from '@/lib/desks/work/read-day'
import { viewOpenings } from '@/lib/desks/work/view-openings'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import {
  answersOpening,
  asksOpening,
  leavesCase,
  notesPageOf,
  openingOf,
  type SealedCase,
  sealedCase,
} from '@/lib/testing/factories/sealed-case'
import { reading } from '@/lib/testing/reading'

let lead: SignedIn
let author: SignedIn
let successor: SignedIn
let supervisor: SignedIn
let one: SealedCase

beforeEach(async () => {
  await root()`update access.users set active = false where role = 'PSYCHOLOGIST'`
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  author = await signedIn('PSYCHOLOGIST', 'MOP')
  successor = await signedIn('PSYCHOLOGIST', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  one = await sealedCase({ lead, author, successor })
})

const tasks = async () =>
  [
    ...(await root()`select kind, state, outcome, extract(epoch from due_at - opened_at)::int / 3600 as hours from app.tasks
      where case_id = ${one.id} and kind like 'OPENING_%' order by opened_at, state`),
  ].map(({ kind, state, outcome, hours }) => [kind, state, outcome, hours])

/** Tasks of openings that raw SQL shows this person. */
const inSql = async (who: SignedIn) =>
  (
    await presenting(
      raw('web'),
      who.token,
      (tx) => tx`select kind from app.tasks where case_id = ${one.id} and kind like 'OPENING_%'`,
    )
  ).map(({ kind }) => kind)

const queueOf = async (who: SignedIn) => {
  const { rows } = await reading(who, (ctx) => waitingPage(ctx, { kind: 'task', size: 50 }))
  return rows
    .filter(({ code, taskKind }) => code === one.code && taskKind?.startsWith('OPENING_'))
    .map(({ taskKind, dueAt }) => [taskKind, dueAt instanceof Date])
}

const dayOf = async (who: SignedIn) => {
  const { view } = await reading(who, (ctx) => readDay(ctx, { all: 'week' }))
  return 'due' in view
    ? view.due.filter(({ code, kind }) => code === one.code && kind.startsWith('task-OPENING_')).length
    : undefined
}

const pastItsEnd = () => root()`update app.key_openings set asked_at = asked_at - interval '8 days',
  due_at = due_at - interval '8 days', ends_at = ends_at - interval '8 days' where case_id = ${one.id}`

test('what the author asks waits in the supervisor’s queue until its hour, and nobody else knows of the task', async () => {
  await asksOpening(author, one, successor)
  expect(await tasks()).toEqual([['OPENING_SUPERVISION', 'OPEN', null, 48]])
  expect(await queueOf(supervisor)).toEqual([['OPENING_SUPERVISION', true]])
  expect(await inSql(supervisor)).toEqual(['OPENING_SUPERVISION'])
  for (const who of [lead, author, successor]) expect(await inSql(who)).toEqual([])
})

test('what supervision asks is the author’s work, and neither the lead nor the successor knows of the task', async () => {
  await asksOpening(supervisor, one, successor)
  expect(await tasks()).toEqual([['OPENING_DISCIPLINE', 'OPEN', null, 48]])
  expect(await inSql(author)).toEqual(['OPENING_DISCIPLINE'])
  expect(await dayOf(author)).toBe(1)
  for (const who of [lead, successor, supervisor]) expect(await inSql(who)).toEqual([])
  expect(await dayOf(lead)).toBe(0)
  // What the case list says of the lead's next step is not this one's hour either.
  const [line] = await root()`select count(*)::int as n from app.cases c, app.steps_of(c) s, app.tasks t
    where c.id = ${one.id} and t.id = s.subject_id and t.kind like 'OPENING_%'`
  expect(line?.n).toBe(0)
})

test.each([
  ['OPENED', 'DONE'],
  ['REFUSED', 'DONE'],
])('said %s, the task is %s', async (answer, state) => {
  await asksOpening(author, one, successor)
  await answersOpening(supervisor, one, answer)
  expect(await tasks()).toEqual([['OPENING_SUPERVISION', state, answer, 48]])
  expect(await queueOf(supervisor)).toEqual([])
})

test('taken back, the task is dropped', async () => {
  await asksOpening(author, one, successor)
  await answersOpening(author, one, 'TAKEN_BACK')
  expect(await tasks()).toEqual([['OPENING_SUPERVISION', 'DROPPED', 'TAKEN_BACK', 48]])
})

test('nobody answers in time: it opens nothing any more, ends, whoever asked reads so, and asks again', async () => {
  await asksOpening(author, one, successor)
  const opening = await openingOf(one)
  await pastItsEnd()
  // Before the hand of the clock has come by, too.
  expect((await reading(supervisor, viewOpenings)).view.rows).toEqual([])
  const [late] = await presenting(
    raw('web'),
    supervisor.token,
    (tx) => tx`select app.answer_opening(${opening}, 'OPENED') as came`,
  )
  expect(late?.came).toBe('yours')
  const [swept] = await raw('worker')`select app.end_left_openings() as ended`
  expect(swept?.ended).toBe(1)
  expect((await tasks())[0]?.slice(0, 3)).toEqual(['OPENING_SUPERVISION', 'DROPPED', 'EXPIRED'])
  const rows = await root()`select answer, answered_by from app.key_openings where id = ${opening}`
  expect(rows).toEqual([{ answer: 'EXPIRED', answered_by: null }])
  const expired = async (who: SignedIn) => {
    const found = await reading(who, (ctx) => viewNotes(ctx, one.code, {}))
    return 'view' in found ? found.view.around.expired.length : undefined
  }
  expect([await expired(author), await expired(successor)]).toEqual([1, 0])
  expect((await notesPageOf(successor, one))?.texts).toEqual([])
  await asksOpening(author, one, successor)
  expect(await expired(author)).toBe(0)
  expect((await tasks()).map(([, state]) => state)).toContain('OPEN')
})

test('the colleague leaves the case: nothing is to be opened; they come back: it waits again', async () => {
  await asksOpening(author, one, successor)
  await leavesCase(lead, one, successor)
  expect((await tasks()).map(([, state, outcome]) => [state, outcome])).toEqual([
    ['DROPPED', 'NOTHING_TO_OPEN'],
  ])
  expect((await reading(supervisor, viewOpenings)).view.rows).toEqual([])
  await root()`update app.case_members set until = null where case_id = ${one.id} and user_id = ${successor.id}`
  expect((await tasks()).map(([, state]) => state).toSorted()).toEqual(['DROPPED', 'OPEN'])
})

test('it holds no closing back', async () => {
  await asksOpening(supervisor, one, successor)
  const blocks = await reading(author, (ctx) => ctx.tx.execute(tasksThatBlock(ctx.actor, one.id)))
  expect([...blocks].filter(({ a }) => String(a).startsWith('OPENING_'))).toEqual([])
})
