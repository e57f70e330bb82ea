import { beforeEach, expect, test } from 'vitest'
import { POST as decide } from '@/app/api/v1/cases/[code]/assessments/[which]/panel/route'
import { POST as write } from '@/app/api/v1/cases/[code]/assessments/[which]/route'
import { viewCaseHead } from '@/lib/desks/case-file/head'
import { viewAssessment } from '@/lib/desks/case-file/view-assessments'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let social: SignedIn
let psychologist: SignedIn
let lawyer: SignedIn
let supervisor: SignedIn
let stranger: SignedIn
let code: string
let caseId: string

beforeEach(async () => {
  social = await signedIn('SOCIAL_WORKER', 'MOP')
  psychologist = await signedIn('PSYCHOLOGIST', 'MOP')
  lawyer = await signedIn('LAWYER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  stranger = await signedIn('PSYCHOLOGIST', 'GAO')
  caseId = crypto.randomUUID()
  const members = [
    { userId: social.id, capacity: 'LEAD' as const },
    { userId: psychologist.id, capacity: 'MEMBER' as const },
    { userId: lawyer.id, capacity: 'MEMBER' as const },
  ]
  await insertCases([
    { id: caseId, officeId: 'MOP', sensitivity: 'S3', leadId: social.id, members, referrals: [] },
  ])
  await makeReadable(caseId)
  code = String((await root()`select code from app.cases where id = ${caseId}`)[0]?.code)
})

const fill = (who: SignedIn, which: string, values: Record<string, string | string[]>) =>
  post(write, { as: who, params: { code, which }, values: { _version: '0', ...values } })
const begun = async () =>
  String(
    (await root()`select id from app.assessments where case_id = ${caseId} order by begun_at desc`)[0]?.id,
  )
const answersFor = async (who: SignedIn, id: string) => {
  const found = await reading(who, (ctx) => viewAssessment(ctx, code, id))
  return 'view' in found ? (found.view.row.versions[0]?.answers ?? null) : undefined
}

const SOCIAL = {
  sw_safe: 'YES',
  sw_home: 'HOST',
  sw_needs: ['FOOD'],
  sw_first: 'Un toit à elle',
  sw_risk: 'MEDIUM',
}
const DANGER = {
  su_wish: 'YES',
  su_think: 'YES',
  su_tried: 'NO',
  su_alone: 'NO',
  su_person: 'Sa sœur aînée',
  su_reasons: 'Ses deux enfants',
  su_level: 'ACTIVE',
  su_next: '3/7/2014',
}

test('an assessment is kept unfinished, gone on with and finished', async () => {
  const kept = await fill(social, 'SW_GENERAL', { sw_safe: 'NO', step: 'keep' })
  expect(kept.headers.get('location')).toBe(`/cases/${code}/assessments?done=assessment-kept`)
  const id = await begun()
  const done = await fill(social, id, { _version: '1', ...SOCIAL, step: 'finish' })
  expect(done.headers.get('location')).toBe(`/cases/${code}/assessments/${id}?done=assessed`)
  const [row] = await root()`select state, version, results from app.assessments where id = ${id}`
  expect(row).toEqual({ state: 'FINISHED', version: 2, results: [] })
})

test('one that lacks an answer is not finished, and comes back with what was typed', async () => {
  const back = await fill(social, 'SW_GENERAL', { sw_first: 'Un toit à elle', step: 'finish' })
  expect(back.headers.get('location')).toMatch(/assessments\/SW_GENERAL\/fill\?draft=/)
  expect(await root()`select 1 from app.assessments where case_id = ${caseId}`).toHaveLength(0)
})

test('a correction is a new version; the older answers stay', async () => {
  await fill(social, 'SW_GENERAL', { ...SOCIAL, step: 'finish' })
  const id = await begun()
  await fill(social, id, { _version: '1', ...SOCIAL, sw_first: 'Retrouver son frère', step: 'finish' })
  const found = await reading(lawyer, (ctx) => viewAssessment(ctx, code, id))
  const versions = 'view' in found ? found.view.row.versions : []
  expect(versions.map(({ version, answers }) => [version, answers.sw_first])).toEqual([
    [2, 'Retrouver son frère'],
    [1, 'Un toit à elle'],
  ])
})

test('whoever is slower loses nothing and overwrites nothing', async () => {
  await fill(social, 'SW_GENERAL', { ...SOCIAL, step: 'keep' })
  const id = await begun()
  await fill(social, id, { _version: '1', ...SOCIAL, step: 'keep' })
  const late = await fill(social, id, { _version: '1', ...SOCIAL, sw_first: 'Autre chose', step: 'keep' })
  expect(late.headers.get('location')).toMatch(/fill\?draft=/)
  const [row] = await root()`select version from app.assessments where id = ${id}`
  expect(row?.version).toBe(2)
})

test('answers of a question that is not shown are not kept', async () => {
  await fill(psychologist, 'PSY_SUICIDE', { su_think: 'NO', su_how: 'YES', step: 'keep' })
  expect(await answersFor(psychologist, await begun())).toEqual({ su_think: 'NO' })
})

test('a danger that the answers propose is looked at by the author before it is finished', async () => {
  const asked = await fill(psychologist, 'PSY_SUICIDE', { ...DANGER, step: 'finish' })
  expect(asked.headers.get('location')).toMatch(/fill\?draft=/)
  await fill(psychologist, 'PSY_SUICIDE', {
    ...DANGER,
    step: 'finish',
    shownFlags: 'SUICIDE',
    danger: 'SUICIDE',
  })
  const flags = await root()`select code, raised_by from app.danger_flags where case_id = ${caseId}`
  expect(flags).toMatchObject([{ code: 'SUICIDE', raised_by: psychologist.id }])
})

test('no flag is raised that no answer proposes', async () => {
  await fill(social, 'SW_GENERAL', { ...SOCIAL, step: 'finish', shownFlags: 'SUICIDE', danger: 'SUICIDE' })
  expect(await root()`select 1 from app.danger_flags where case_id = ${caseId}`).toHaveLength(0)
})

test('an instrument of another discipline is not filled in, nor one by somebody outside', async () => {
  expect((await fill(psychologist, 'LAW_CIVIL', { step: 'keep' })).status).toBe(403)
  expect((await fill(supervisor, 'SW_GENERAL', { step: 'keep' })).status).toBe(403)
  expect((await fill(stranger, 'PSY_SUICIDE', { step: 'keep' })).status).toBe(404)
  expect((await fill(social, 'NOTHING', { step: 'keep' })).status).toBe(404)
})

test('abuse by an aid worker leaves no result on the case', async () => {
  const incident = { gb_safe: 'YES', gb_care: 'NO', gb_type: 'PSYCH', gb_link: 'AID', gb_again: 'NO' }
  const done = await fill(psychologist, 'GBV_INCIDENT', { ...incident, step: 'finish' })
  expect(done.headers.get('location')).toMatch(/done=assessed/)
  const [row] = await root()`select results from app.assessments where case_id = ${caseId}`
  expect(row?.results).toEqual([])
  expect(await root()`select 1 from app.tasks where case_id = ${caseId}`).toHaveLength(0)
})

test('raw SQL reads no answer and no key that its discipline does not read', async () => {
  await fill(psychologist, 'PSY_SUICIDE', { ...DANGER, step: 'keep' })
  const id = await begun()
  const seen = async (who: SignedIn) =>
    presenting(raw('web'), who.token, async (tx) => [
      (await tx`select 1 from app.assessment_answers where assessment_id = ${id}`).length,
      (await tx`select 1 from vault.keys where assessment_id = ${id}`).length,
      (await tx`select 1 from app.assessments where id = ${id}`).length,
    ])
  expect(await seen(psychologist)).toEqual([1, 1, 1])
  for (const who of [social, lawyer, supervisor]) expect(await seen(who)).toEqual([0, 0, 1])
  expect(await seen(stranger)).toEqual([0, 0, 0])
})

const openTasks = async () =>
  (await root()`select kind from app.tasks where case_id = ${caseId} and state = 'OPEN' order by kind`).map(
    ({ kind }) => kind,
  )

test('a debt that binds asks for a screening, and the screening answers it', async () => {
  await fill(social, 'SW_GENERAL', { ...SOCIAL, sw_debt: 'YES', step: 'finish' })
  expect(await openTasks()).toEqual(['SCREEN_TRAFFICKING'])
  const screening = {
    ti_alone: 'YES',
    ti_signs: ['TI_DR1'],
    ti_leave: 'YES',
    ti_now: 'NO',
    ti_rest: 'NO',
    ti_view: 'LABOUR',
  }
  await fill(lawyer, 'TIP_SCREENING', { ...screening, step: 'finish' })
  expect(await openTasks()).toEqual([])
})

test('an act told opens the care that still helps, on the case head, without a word of it', async () => {
  const incident = { gb_safe: 'YES', gb_care: 'YES', gb_again: 'NO', gb_type: 'RAPE', gb_day: '29/6/2014' }
  await fill(psychologist, 'GBV_INCIDENT', { ...incident, gb_words: 'Il est venu la nuit', step: 'finish' })
  expect(await openTasks()).toEqual(['CARE_EC', 'CARE_PEP'])
  const found = await reading(lawyer, (ctx) => viewCaseHead(ctx, code))
  const head = 'view' in found ? found.view : undefined
  expect(head?.care.map((due) => due.toISOString().slice(0, 10)).sort()).toEqual(['2014-07-02', '2014-07-04'])
  expect(JSON.stringify(head?.rating ?? '')).not.toMatch(/SV_|RAPE/)
})

test('of an incident the lead reads the answers, psychologists the survivor’s words, its author both', async () => {
  const incident = {
    gb_safe: 'YES',
    gb_care: 'NO',
    gb_again: 'NO',
    gb_type: 'PSYCH',
    gb_words: 'Il est venu la nuit',
  }
  const other = await signedIn('SOCIAL_WORKER', 'MOP')
  await root()`insert into app.case_members (case_id, user_id, capacity, since) values (${caseId}, ${other.id}, 'MEMBER', now())`
  await fill(other, 'GBV_INCIDENT', { ...incident, step: 'finish' })
  const id = await begun()
  const { gb_words: words, ...facts } = incident
  expect(await answersFor(other, id)).toEqual(incident)
  expect(await answersFor(social, id)).toEqual(facts)
  expect(await answersFor(psychologist, id)).toEqual({ gb_words: words })
  for (const who of [lawyer, supervisor]) expect(await answersFor(who, id)).toBeNull()
  const [row] =
    await root()`select to_jsonb(i)::text as row from app.incident_answers i where assessment_id = ${id} limit 1`
  expect(row?.row).not.toContain(caseId)
})

test('a heavy decision about a child waits for the panel, whose word is said once by supervision', async () => {
  const assessed = {
    bi_decision: 'RETURN',
    bi_child: 'Rentrer',
    bi_view: 'AGREES',
    bi_carer: 'FAR_REACHABLE',
    bi_safety: 'Calme',
    bi_ties: 'Deux sœurs',
    bi_grow: 'École',
    bi_options: 'Rentrer ou rester',
    bi_advice: 'Rentrer',
    bi_panel: 'NO',
    bi_review: '1/9/2014',
  }
  await fill(social, 'BEST_INTERESTS', { ...assessed, step: 'finish' })
  const params = { code, which: await begun() }
  expect(await openTasks()).toEqual(['DECIDE_PANEL'])
  const values = { decision: 'AGREED', decidedOn: '30/6/2014', panelWords: 'Retour accompagné' }
  expect((await post(decide, { as: social, params, values })).status).toBe(403)
  expect((await post(decide, { as: supervisor, params, values })).status).toBe(303)
  expect((await post(decide, { as: supervisor, params, values })).status).toBe(403)
  expect(await openTasks()).toEqual([])
  const found = await reading(lawyer, (ctx) => viewAssessment(ctx, code, params.which))
  expect('view' in found && found.view.panel).toMatchObject({
    decision: 'AGREED',
    words: 'Retour accompagné',
  })
})
