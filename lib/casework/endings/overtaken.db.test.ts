import { beforeEach, describe, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as finish } from '@/app/api/v1/cases/[code]/finish/route'
import { POST as addNote } from '@/app/api/v1/cases/[code]/notes/route'
import { POST as restrict } from '@/app/api/v1/cases/[code]/restrict/route'
import { POST as addColleague } from '@/app/api/v1/cases/[code]/team/route'
import { POST as endFile } from '@/app/api/v1/cases/[code]/withdraw/route'
import { POST as confirm } from '@/app/api/v1/consents/[id]/confirm/route'
import { POST as withdraw } from '@/app/api/v1/consents/[id]/withdraw/route'
import { POST as seen } from '@/app/api/v1/tasks/[id]/seen/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { part } from '@/lib/testing/factories/rows'
import { insertTask } from '@/lib/testing/factories/tasks'
import { draftReferral } from '@/lib/testing/factories/walk'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let member: SignedIn
let supervisor: SignedIn
let second: SignedIn
let id: string
let code: string
let referral: string

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  member = await signedIn('PSYCHOLOGIST', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  second = await signedIn('SUPERVISOR', 'MOP')
  id = crypto.randomUUID()
  const draft = draftReferral()
  referral = draft.id
  await insertCases([
    {
      id,
      officeId: 'MOP',
      sensitivity: 'S3',
      leadId: lead.id,
      members: [
        { userId: lead.id, capacity: 'LEAD' },
        { userId: member.id, capacity: 'MEMBER' },
      ],
      referrals: [draft],
    },
  ])
  await makeReadable(id)
  code = String((await root()`select code from app.cases where id = ${id}`)[0]?.code)
})

const send = async (
  who: SignedIn,
  endpoint: Endpoint,
  values = {},
  params: Record<string, string> = { code },
) => {
  const answer = await post(endpoint, { as: who, params, values })
  return { status: answer.status, page: await answer.text() }
}

/** The second one reads that somebody acted before, how it stands, and finds a way on; nothing of it is a bare 403. */
function expectOvertaken(
  { status, page }: { status: number; page: string },
  now: string,
  href: string,
): void {
  expect(page).toContain('Quelqu’un a agi avant vous')
  expect(status).toBe(409)
  expect(page).toContain(now)
  expect(page).toContain(`href="${href}"`)
}

describe('whoever comes second on a case', () => {
  test('writes a note after a colleague ended the file: reads so, and takes the words along', async () => {
    expect((await send(lead, endFile, { withdrawReason: 'NOT_SAID', told: 'on' })).status).toBe(303)
    const late = await send(member, addNote, {
      compartment: 'TEAM',
      body: 'Elle a peur\nde rentrer.',
      metOn: '',
    })
    expectOvertaken(late, 'La personne a retiré son accord au dossier', `/cases/${code}`)
    expect(late.page).toContain('SOCIAL_WORKER MOP')
    expect(late.page).toContain('Ce que vous aviez écrit')
    expect(late.page).toContain('Elle a peur\nde rentrer.')
  })

  test('closes what a colleague closed', async () => {
    await send(lead, endFile, { withdrawReason: 'NOT_SAID', told: 'on' })
    expect((await send(supervisor, close)).status).toBe(303)
    const late = await send(second, close)
    expectOvertaken(late, 'SUPERVISOR MOP', '/queue')
  })

  test('finishes a registration that is finished', async () => {
    expectOvertaken(await send(lead, finish), 'Ouvert', `/cases/${code}`)
  })

  test('restricts what is restricted', async () => {
    const values = { supervisors: [supervisor.id], restrictReason: 'SENSITIVE' }
    const first = await post(restrict, { as: lead, params: { code }, values })
    expect(first.status).toBe(303)
    expectOvertaken(await send(lead, restrict, values), 'L’accès au dossier est restreint', `/cases/${code}`)
  })

  test('asks a colleague onto a case that is closed', async () => {
    await send(lead, endFile, { withdrawReason: 'NOT_SAID', told: 'on' })
    await send(supervisor, close)
    expectOvertaken(
      await send(lead, addColleague, { colleague: member.id }),
      'retiré son accord',
      `/cases/${code}`,
    )
  })
})

describe('whoever comes second on what rests on the person’s word', () => {
  test('withdraws a consent that a colleague withdrew', async () => {
    const params = { id: part(referral, 'consent') }
    const values = { code, withdrawReason: 'NOT_SAID' }
    expect((await send(member, withdraw, values, params)).status).toBe(303)
    const late = await send(lead, withdraw, values, params)
    expectOvertaken(late, 'Consentement retiré', `/cases/${code}/consents`)
    expect(late.page).toContain('PSYCHOLOGIST MOP')
  })

  test('confirms what a colleague of any office confirmed; to nobody else it is there', async () => {
    const params = { id: part(referral, 'consent') }
    await root()`update app.consents set status = 'NOT_POSSIBLE', legal_basis = 'VITAL', giver = 'NONE', confirm_by = 'COLLEAGUE' where id = ${params.id}`
    const far = await signedIn('LAWYER', 'GAO')
    expect((await send(member, confirm, { says: 'YES' }, params)).status).toBe(303)
    const late = await send(far, confirm, { says: 'YES' }, params)
    expectOvertaken(late, 'Confirmé', '/confirmations')
    expect(late.page).toContain('PSYCHOLOGIST MOP')
    expect((await send(lead, confirm, { says: 'YES' }, params)).status).toBe(404)
  })

  test('looks at what a supervisor has looked at', async () => {
    await insertTask({ kind: 'CALLED_ANYWAY', subject: { type: 'case', id } })
    const [task] = await root()`select id from app.tasks where case_id = ${id}`
    const params = { id: String(task?.id) }
    expect((await send(supervisor, seen, {}, params)).status).toBe(303)
    expectOvertaken(await send(second, seen, {}, params), 'SUPERVISOR MOP', '/queue?kind=task')
  })
})
