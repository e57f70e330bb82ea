import { beforeAll, describe, expect, test } from 'vitest'
import { POST as keep } from '@/app/api/v1/cases/[code]/appointments/[id]/keep/route'
import { POST as move } from '@/app/api/v1/cases/[code]/appointments/[id]/move/route'
import { POST as book } from '@/app/api/v1/cases/[code]/appointments/route'
import { POST as write } from '@/app/api/v1/cases/[code]/assessments/[which]/route'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { prepareBooking } from '@/lib/desks/case-file/prepare-appointment'
import { viewAssessment } from '@/lib/desks/case-file/view-assessments'
import { viewFollowUps } from '@/lib/desks/case-file/view-follow-ups'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { type Around, around, openCaseOf, send } from '@/lib/testing/factories/open-case'
import { reading } from '@/lib/testing/reading'
import { draftIn, post } from '@/lib/testing/requests'

/** Now is 30 June 2014. The member is a lawyer; another one joins where a test says so. */
let all: Around
let lawyer: SignedIn
let successor: SignedIn
beforeAll(async () => {
  all = await around()
  lawyer = all.other
  successor = await signedIn('LAWYER', 'MOP')
})

const PROCEDURE = { lp_kind: 'CIVIL', lp_wants: 'YES', lp_role: 'PARTY', lp_risk: 'NO' }
type Sheet = { code: string; id: string }
const filled = (
  who: SignedIn,
  sheet: { code: string; which: string },
  values: Record<string, string>,
  version = '0',
) => post(write, { as: who, params: sheet, values: { ...values, _version: version, step: 'finish' } })

/** A finished sheet of a procedure with its next date. */
async function procedure(next = '2/7/2014'): Promise<Sheet & { caseId: string }> {
  const { id: caseId, code } = await openCaseOf(all)
  const answer = await filled(lawyer, { code, which: 'LAW_PROCEDURE' }, { ...PROCEDURE, lp_next: next })
  expect(answer.headers.get('location')).toContain('done=assessed')
  const [row] = await root()`select id from app.assessments where case_id = ${caseId}`
  return { caseId, code, id: String(row?.id) }
}
const corrected = (who: SignedIn, { code, id }: Sheet, next: string, version: number, more = {}) =>
  filled(who, { code, which: id }, { ...PROCEDURE, lp_next: next, ...more }, `${version}`)
const booked = (who: SignedIn, { code, id }: Sheet, values: Record<string, string> = {}) =>
  send(book, who, code, {
    kind: 'HEARING',
    heldOn: '2/7/2014',
    heldAt: '9h30',
    place: 'Tribunal',
    along: '',
    sheet: id,
    ...values,
  })
const joins = (caseId: string, who: SignedIn) =>
  root()`insert into app.case_members (case_id, user_id, capacity) values (${caseId}, ${who.id}, 'MEMBER')`
const rowsOf = async (caseId: string) =>
  (
    await root()`select to_char(starts_at at time zone 'UTC', 'DD/MM HH24:MI') as at, state, kind from app.appointments
    where case_id = ${caseId} order by booked_at, state = 'PLANNED'`
  ).map(({ at, state, kind }) => `${at} ${state} ${kind}`)
const hour = async (who: SignedIn, { code, id }: Sheet) => {
  const found = await reading(who, (ctx) => viewAssessment(ctx, code, id))
  return found.view?.hour
}

describe('the date of a sealed assessment', () => {
  test('is put into the calendar once, with its hour, and says there on what it rests', async () => {
    const sheet = await procedure()
    expect(await hour(lawyer, sheet)).toEqual({ booked: undefined, differs: false, open: true })
    const form = await reading(lawyer, (ctx) => prepareBooking(ctx, sheet.code, { sheet: sheet.id }))
    expect(form.view?.dated).toEqual({ sheet: sheet.id, kind: 'HEARING', heldOn: '2014-07-02' })
    const answers = await Promise.all([booked(lawyer, sheet), booked(lawyer, sheet), booked(lawyer, sheet)])
    const places = answers.map((answer) => answer.headers.get('location'))
    expect(
      places.filter((place) => place === `/cases/${sheet.code}/assessments/${sheet.id}?done=booked`),
    ).toHaveLength(1)
    expect(answers.filter(draftIn)).toHaveLength(2)
    expect(await rowsOf(sheet.caseId)).toEqual(['02/07 09:30 PLANNED null'])
    expect(await hour(lawyer, sheet)).toMatchObject({
      booked: { at: new Date('2014-07-02T09:30:00Z') },
      differs: false,
      open: false,
    })
  })

  test('takes the hour along when it is corrected, by a colleague of the discipline too, and books nothing twice', async () => {
    const sheet = await procedure()
    await booked(lawyer, sheet)
    await joins(sheet.caseId, successor)
    const answer = await corrected(successor, sheet, '9/7/2014', 1)
    expect(answer.headers.get('location')).toContain('done=assessed-hour')
    expect(await rowsOf(sheet.caseId)).toEqual(['02/07 09:30 MOVED null', '09/07 09:30 PLANNED null'])
    await corrected(lawyer, sheet, '9/7/2014', 2, { lp_counsel: 'YES' })
    expect(await rowsOf(sheet.caseId), 'nobody changed the day').toHaveLength(2)
    const again = await booked(lawyer, sheet, { heldOn: '9/7/2014' })
    expect(draftIn(again)).toBeDefined()
    const view = await reading(successor, (ctx) => viewFollowUps(ctx, sheet.code))
    expect(view.view?.appointments[0]).toMatchObject({ kind: 'HEARING', place: 'Tribunal', sheet: sheet.id })
  })

  test('leaves an hour that was moved in the calendar where it is until the day itself is corrected', async () => {
    const sheet = await procedure()
    await booked(lawyer, sheet)
    const at = await hour(lawyer, sheet)
    const params = { code: sheet.code, id: at?.booked?.id ?? '' }
    await post(move, { as: lawyer, params, values: { _version: '1', heldOn: '4/7/2014', heldAt: '8:00' } })
    expect(await hour(lawyer, sheet)).toMatchObject({ differs: true, open: false })
    await corrected(lawyer, sheet, '2/7/2014', 1, { lp_language: 'YES' })
    expect(await rowsOf(sheet.caseId)).toEqual(['02/07 09:30 MOVED null', '04/07 08:00 PLANNED null'])
    await corrected(lawyer, sheet, '4/7/2014', 2)
    expect(await hour(lawyer, sheet)).toMatchObject({ differs: false })
    for (const next of ['', '20/6/2014']) await corrected(lawyer, sheet, next, next === '' ? 3 : 4)
    expect(await rowsOf(sheet.caseId), 'neither an empty day nor one gone by moves it').toHaveLength(2)
  })

  test.each([
    [
      'LAW_CIVIL',
      'CIVIL',
      { lc_which: 'BIRTH', lc_status: 'NO_BIRTH_REG', lc_path: 'JUDGMENT', lc_deadline: '2/7/2014' },
    ],
    [
      'LAW_HLP',
      'HEARING',
      {
        lh_kind: 'HOUSE',
        lh_problem: 'EVICT',
        lh_right: 'LEASE',
        lh_threat: 'NO',
        lh_path: 'COURT',
        lh_date: '2/7/2014',
      },
    ],
  ])('of %s goes there by the same press, as what it is', async (which, kind, values) => {
    const { id: caseId, code } = await openCaseOf(all)
    const answer = await filled(lawyer, { code, which }, values)
    expect(answer.headers.get('location')).toContain('done=assessed')
    const [row] = await root()`select id from app.assessments where case_id = ${caseId}`
    const sheet = { code, id: String(row?.id) }
    expect(await hour(lawyer, sheet)).toMatchObject({ open: true })
    expect(await hour(all.lead, sheet), 'the lawyer’s alone').toBeUndefined()
    const form = await reading(lawyer, (ctx) => prepareBooking(ctx, code, { sheet: sheet.id }))
    expect(form.view?.dated).toEqual({ sheet: sheet.id, kind, heldOn: '2014-07-02' })
    await booked(lawyer, sheet, { kind })
    expect(await rowsOf(caseId)).toEqual(['02/07 09:30 PLANNED null'])
  })

  test('is refused for a draft, another instrument, another discipline', async () => {
    const sheet = await procedure()
    expect(draftIn(await booked(all.lead, sheet))).toBeDefined()
    expect(
      (await reading(all.lead, (ctx) => prepareBooking(ctx, sheet.code, { sheet: sheet.id }))).view,
    ).toBeUndefined()
    await root()`update app.assessments set state = 'DRAFT', finished_at = null, results = '{}' where id = ${sheet.id}`
    expect(draftIn(await booked(lawyer, sheet))).toBeDefined()
    expect(await rowsOf(sheet.caseId)).toEqual([])
  })

  test('of whatever kind is as sealed as its answers', async () => {
    const sheet = await procedure()
    await booked(lawyer, sheet, { kind: 'OFFICE' })
    expect(await rowsOf(sheet.caseId)).toEqual(['02/07 09:30 PLANNED null'])
    for (const who of [all.lead, all.supervisor]) {
      const found = await reading(who, (ctx) => viewFollowUps(ctx, sheet.code))
      expect(found.view?.appointments).toMatchObject([{ kind: null, place: '', neutral: true, sheet: null }])
      expect(await hour(who, sheet)).toBeUndefined()
      const keys = await presenting(
        raw('web'),
        who.token,
        (tx) => tx`select id from vault.keys where case_id = ${sheet.caseId} and scope = 'WORK'`,
      )
      expect([...keys]).toEqual([])
    }
  })

  test('with a psychologist is a contact once it was kept', async () => {
    const psychologist = await signedIn('PSYCHOLOGIST', 'MOP')
    const { id: caseId, code } = await openCaseOf(all)
    await joins(caseId, psychologist)
    const said = {
      su_wish: 'NO',
      su_think: 'NO',
      su_tried: 'NO',
      su_alone: 'NO',
      su_level: 'NONE',
      su_next: '1/7/2014',
    }
    await filled(psychologist, { code, which: 'PSY_SUICIDE' }, said)
    const [row] = await root()`select id from app.assessments where case_id = ${caseId}`
    const sheet = { code, id: String(row?.id) }
    await booked(psychologist, sheet, { kind: 'OFFICE', heldOn: '1/7/2014' })
    const id = (await hour(psychologist, sheet))?.booked?.id ?? ''
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.appointments set starts_at = clock.casework_now() - interval '1 hour' where id = ${id}`
    })
    await post(keep, { as: psychologist, params: { code, id }, values: { _version: '1' } })
    const [met] = await root()`select last_contact_on::text as day from app.cases where id = ${caseId}`
    expect(met?.day).toBe('2014-06-30')
  })
})

describe('a colleague who joins', () => {
  /** Decision record 131, told again: work is the discipline's, what was confided is opened by two. */
  test('reads the sealed assessments and hours of their discipline at once, its notes not, and off the case nothing', async () => {
    const sheet = await procedure()
    await booked(lawyer, sheet)
    await send(book, lawyer, sheet.code, {
      kind: 'CIVIL',
      heldOn: '3/7/2014',
      heldAt: '10h',
      place: 'Mairie',
      along: '',
    })
    const confided = { compartment: 'OWN', body: 'Dit à moi seul', metOn: '' }
    expect((await send(addNote, lawyer, sheet.code, confided)).headers.get('location')).toContain('done=')
    await joins(sheet.caseId, successor)
    const sealed = (who: SignedIn) =>
      presenting(raw('web'), who.token, (tx) => tx`select id from app.notes where case_id = ${sheet.caseId}`)
    expect([(await sealed(lawyer)).length, (await sealed(successor)).length]).toEqual([1, 0])
    const read = await reading(successor, (ctx) => viewAssessment(ctx, sheet.code, sheet.id))
    expect(read.view?.row.versions[0]?.answers).toMatchObject({ lp_kind: 'CIVIL' })
    const found = await reading(successor, (ctx) => viewFollowUps(ctx, sheet.code))
    expect(found.view?.appointments.map(({ kind, place }) => `${kind} ${place}`)).toEqual([
      'HEARING Tribunal',
      'CIVIL Mairie',
    ])
    await root()`update app.case_members set until = clock.casework_now() where case_id = ${sheet.caseId} and user_id = ${successor.id}`
    const keys = await presenting(
      raw('web'),
      successor.token,
      (tx) => tx`select id from vault.keys where case_id = ${sheet.caseId}`,
    )
    expect([...keys]).toEqual([])
  })
})
