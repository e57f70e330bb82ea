import { beforeAll, describe, expect, test } from 'vitest'
import { POST as lower } from '@/app/api/v1/cases/[code]/danger/[id]/lower/route'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { POST as seen } from '@/app/api/v1/tasks/[id]/seen/route'
import { lists } from '@/lib/base/codes/lists'
import { translator } from '@/lib/base/i18n/translate'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { viewNotes } from '@/lib/desks/case-file/view-notes'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { REVIEW_DAYS } from './danger'

const id = '66666666-6666-4666-8666-666666666666'
let lead: SignedIn
let psychologist: SignedIn
let lawyer: SignedIn
let supervisor: SignedIn
let stranger: SignedIn
let code: string

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  psychologist = await signedIn('PSYCHOLOGIST', 'MOP')
  lawyer = await signedIn('LAWYER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  stranger = await signedIn('SUPERVISOR', 'GAO')
  await insertCases([
    {
      id,
      officeId: 'MOP',
      sensitivity: 'S3',
      leadId: lead.id,
      members: [
        { userId: lead.id, capacity: 'LEAD' },
        { userId: psychologist.id, capacity: 'MEMBER' },
        { userId: lawyer.id, capacity: 'MEMBER' },
      ],
      referrals: [],
    },
  ])
  await makeReadable(id)
  const [row] = await root()`select code from app.cases where id = ${id}`
  code = String(row?.code)
  const answer = await post(addNote, {
    as: psychologist,
    params: { code },
    values: { compartment: 'OWN', body: 'dark thoughts at night', metOn: '', danger: 'SUICIDE' },
  })
  expect(answer.status).toBe(303)
})

const fileOf = (who: SignedIn) =>
  as(who, async (ctx) => {
    const found = await viewCase({ ...ctx, t: translator('fr') }, code)
    if (!('view' in found)) throw new Error('no case')
    return found.view
  })

describe('a danger flag beside a sealed note', () => {
  test('is seen by the lead and the supervisor as a word, with nothing of the note', async () => {
    for (const who of [lead, supervisor]) {
      const view = await fileOf(who)
      expect(view.flags).toMatchObject([{ code: 'SUICIDE', discipline: 'PSYCHOLOGIST', mine: false }])
      expect(JSON.stringify(view)).not.toContain('dark thoughts')
    }
  })

  test('is not seen by another member, nor by anybody outside, in raw SQL either', async () => {
    expect((await fileOf(lawyer)).flags).toEqual([])
    for (const who of [lawyer, stranger])
      expect(
        await presenting(raw('web'), who.token, (tx) => tx`select * from app.danger_flags`),
      ).toHaveLength(0)
  })

  test('cannot be raised in another’s name or discipline, nor on a case out of reach', async () => {
    const raise = (who: SignedIn, by: string, discipline: string) =>
      presenting(
        raw('web'),
        who.token,
        (
          tx,
        ) => tx`insert into app.danger_flags (case_id, office_id, sensitivity, code, discipline, raised_by, review_on)
          values (${id}, 'MOP', 'S3', 'TEAM', ${discipline}, ${by}, '2014-07-10')`,
      )
    await expect(raise(lawyer, psychologist.id, 'LAWYER')).rejects.toThrow(/policy/)
    await expect(raise(lawyer, lawyer.id, 'PSYCHOLOGIST')).rejects.toThrow(/policy/)
    await expect(raise(stranger, stranger.id, 'LAWYER')).rejects.toThrow(/policy/)
  })

  test('waits in the supervisor’s queue until they say that they have seen it', async () => {
    const [task] =
      await root()`select id, reason from app.tasks where case_id = ${id} and kind = 'SEE_DANGER' and state = 'OPEN'`
    expect(task?.reason).toBe('SUICIDE')
    expect((await post(seen, { as: stranger, params: { id: String(task?.id) } })).status).toBe(404)
    expect((await post(seen, { as: supervisor, params: { id: String(task?.id) } })).status).toBe(303)
    const [done] = await root()`select state, done_by from app.tasks where id = ${String(task?.id)}`
    expect(done).toEqual({ state: 'DONE', done_by: supervisor.id })
  })

  test('is lowered by its author or the same discipline, by nobody else', async () => {
    const [flag] = await root()`select id from app.danger_flags where case_id = ${id}`
    const params = { code, id: String(flag?.id) }
    const values = { endReason: 'CARE_GIVEN' }
    for (const who of [lead, lawyer])
      expect((await post(lower, { as: who, params, values })).status).toBe(404)
    expect((await fileOf(lead)).flags).toHaveLength(1)
    expect((await post(lower, { as: psychologist, params, values })).status).toBe(303)
    expect((await fileOf(lead)).flags).toEqual([])
  })

  test('comes down for a reason alone, which the lead and the supervisor read; in raw SQL too', async () => {
    await post(addNote, {
      as: psychologist,
      params: { code },
      values: { compartment: 'OWN', body: 'again', metOn: '', danger: 'MEDICAL' },
    })
    const [flag] = await root()`select id from app.danger_flags where case_id = ${id} and lowered_at is null`
    const params = { code, id: String(flag?.id) }
    const unsaid = await post(lower, { as: psychologist, params, values: {} })
    expect(unsaid.headers.get('location')).toContain(`/danger/${flag?.id}?draft=`)
    const inSql = presenting(
      raw('web'),
      psychologist.token,
      (
        tx,
      ) => tx`update app.danger_flags set lowered_by = ${psychologist.id}, lowered_at = clock.casework_now()
        where id = ${String(flag?.id)}`,
    )
    await expect(inSql).rejects.toThrow(/lowered_flags_say_why/)
    await post(lower, { as: psychologist, params, values: { endReason: 'PLAN_WORKS' } })
    for (const who of [lead, supervisor]) {
      const found = await reading(who, (ctx) => viewNotes(ctx, code, {}))
      const lowered = 'view' in found ? found.view.around.lowered : []
      expect(lowered[0]).toMatchObject({ code: 'MEDICAL', reason: 'PLAN_WORKS' })
      expect(JSON.stringify(found)).not.toContain('again')
    }
  })

  test('has days until it is looked at again for every code of the list', () => {
    expect(Object.keys(REVIEW_DAYS).sort()).toEqual(lists.danger_flag.map((one) => one.code).sort())
  })
})
