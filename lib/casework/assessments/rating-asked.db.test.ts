import { beforeAll, expect, test } from 'vitest'
import { POST as write } from '@/app/api/v1/cases/[code]/assessments/[which]/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Around, around, openCaseOf, openTasks } from '@/lib/testing/factories/open-case'
import { post } from '@/lib/testing/requests'

let all: Around
let psychologist: SignedIn
beforeAll(async () => {
  all = await around()
  psychologist = await signedIn('PSYCHOLOGIST', 'MOP')
})

const CALM = {
  su_wish: 'NO',
  su_think: 'NO',
  su_tried: 'NO',
  su_alone: 'NO',
  su_level: 'NONE',
  su_next: '8/7/2014',
}
const ACUTE = {
  ...CALM,
  ...{ su_wish: 'YES', su_think: 'YES', su_tried: 'YES', su_how: 'YES', su_means: 'YES', su_when: 'YES' },
  ...{ su_person: 'Sa sœur', su_level: 'ACUTE', shownFlags: 'SUICIDE' },
}

async function aCase(risk: string) {
  const { id, code } = await openCaseOf(all, [], risk)
  await root()`insert into app.case_members (case_id, user_id, capacity) values (${id}, ${psychologist.id}, 'MEMBER')`
  return { id, code }
}
type Row = { id: string; version: number }
async function assessed(code: string, values: Record<string, string>, row?: Row): Promise<string> {
  const answer = await post(write, {
    as: psychologist,
    params: { code, which: row?.id ?? 'PSY_SUICIDE' },
    values: { ...values, _version: `${row?.version ?? 0}`, step: 'finish' },
  })
  expect(answer.headers.get('location')).toContain('done=assessed')
  return /assessments\/([0-9a-f-]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
}

test('a danger that an assessment finds asks the lead to rate the risk again, due like a danger, without saying which', async () => {
  const { id, code } = await aCase('LOW')
  const sheet = await assessed(code, CALM)
  expect(await openTasks(id), 'nothing more than noted').toEqual([])
  await assessed(code, ACUTE, { id: sheet, version: 1 })
  const rows =
    await root()`select kind, reason, holder_id as holder, due_at = opened_at + interval '4 hours' as soon
    from app.tasks where case_id = ${id} and state = 'OPEN'`
  expect([...rows]).toEqual([{ kind: 'RATE_AGAIN', reason: 'ASSESSED', holder: all.lead.id, soon: true }])
})

test('asks nothing where the risk is that high already, or where the last rating answered the same proposal', async () => {
  const high = await aCase('HIGH')
  await assessed(high.code, ACUTE)
  expect(await openTasks(high.id)).toEqual([])
  const lower = await aCase('LOW')
  await root()`insert into app.case_proposals (case_id, office_id, sensitivity, risk, restrict_proposed, chosen_risk, lower_reason, rated_by, rated_at)
    values (${lower.id}, 'MOP', 'S3', 'HIGH', false, 'LOW', 'PERSON_VIEW', ${all.lead.id}, clock.casework_now())`
  await assessed(lower.code, ACUTE)
  expect(await openTasks(lower.id)).toEqual([])
})

test('a sheet that says nothing of the risk is finished while the danger of another waits for its rating', async () => {
  const { id, code } = await aCase('LOW')
  await assessed(code, ACUTE)
  const lawyer = await signedIn('LAWYER', 'MOP')
  await root()`insert into app.case_members (case_id, user_id, capacity) values (${id}, ${lawyer.id}, 'MEMBER')`
  const papers = { lc_which: 'BIRTH', lc_status: 'LOST', lc_path: 'JUDGMENT', _version: '0', step: 'finish' }
  const answer = await post(write, { as: lawyer, params: { code, which: 'LAW_CIVIL' }, values: papers })
  expect(answer.headers.get('location')).toContain('done=assessed')
  expect(await openTasks(id)).toEqual(['RATE_AGAIN'])
})
