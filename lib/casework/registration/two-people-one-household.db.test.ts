import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as addMember } from '@/app/api/v1/cases/[code]/household/add/route'
import { POST as removeMember } from '@/app/api/v1/cases/[code]/household/remove/route'
import { POST as writeHousehold } from '@/app/api/v1/cases/[code]/household/route'
import { packValues } from '@/lib/base/forms/merge'
import { householdShown } from '@/lib/casework/people/shown-values'
import { caseHead } from '@/lib/desks/case-file/head'
import { findDraft } from '@/lib/platform/gate/drafts'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let colleague: SignedIn
let id: string
let code: string
const answers = { householdRole: 'HOH', householdSize: '3', caregiver: '', siblings: '' }
const aisha = { memberGiven: 'Aïcha', memberSex: 'F', memberAge: '6', ageUnsaid: '', memberRole: 'CHILD' }

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  colleague = await signedIn('PSYCHOLOGIST', 'MOP')
})

beforeEach(async () => {
  id = crypto.randomUUID()
  const members = [
    { userId: lead.id, capacity: 'LEAD' as const },
    { userId: colleague.id, capacity: 'MEMBER' as const },
  ]
  await insertCases([{ id, officeId: 'MOP', sensitivity: 'S3', leadId: lead.id, members, referrals: [] }])
  await makeReadable(id)
  const [row] = await root()`select code from app.cases where id = ${id}`
  code = String(row?.code)
  expect((await send(lead, answers)).headers.get('location')).not.toContain('draft=')
})

const send = (who: SignedIn, values: Record<string, string | string[]>) =>
  post(writeHousehold, { as: who, params: { code }, values })
const add = (who: SignedIn, values: Record<string, string>) =>
  post(addMember, { as: who, params: { code }, values })
const remove = (who: SignedIn, member: string) =>
  post(removeMember, { as: who, params: { code }, values: { member }, json: true })

async function head() {
  const found = await as(lead, (ctx) => caseHead(ctx, code))
  if (!found) throw new Error('no case')
  return found
}
/** The household page as somebody has it open now. */
async function open() {
  const { person } = await head()
  return { _version: String(person.version), _base: packValues(householdShown(person)) }
}
const stands = async () => householdShown((await head()).person)
async function living(): Promise<string[]> {
  const rows =
    await root()`select id from app.people where case_id = ${id} and standing = 'HOUSEHOLD' order by id`
  return rows.map((row) => String(row.id))
}

describe('two people on one household', () => {
  test('what each changed stands, and the slower one is shown what the other wrote first', async () => {
    const page = await open()
    await send(colleague, { ...answers, ...(await open()), siblings: 'a brother in Sévaré' })
    const answer = await send(lead, { ...answers, ...page, householdSize: '5' })
    const draftId = /draft=([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
    const draft = await as(lead, ({ tx }) => findDraft(tx, lead.id, 'case.write-household', draftId))
    expect(draft?.conflict).toMatchObject({
      base: { siblings: '', householdSize: '3' },
      theirs: { siblings: 'a brother in Sévaré', householdSize: '3' },
      by: 'PSYCHOLOGIST MOP',
    })
    expect(await stands()).toMatchObject({ siblings: 'a brother in Sévaré', householdSize: '3' })
    await send(lead, { _draft: draftId })
    expect(await stands()).toMatchObject({ siblings: 'a brother in Sévaré', householdSize: '5' })
  })

  test('somebody entered by a colleague meanwhile stays, and is no conflict with the page', async () => {
    const page = await open()
    await add(colleague, aisha)
    const answer = await send(lead, { ...answers, ...page, householdSize: '4' })
    expect(answer.headers.get('location')).not.toContain('draft=')
    expect(await stands()).toMatchObject({ householdSize: '4' })
    expect(await living()).toHaveLength(1)
  })

  test('two who enter somebody at once both find theirs', async () => {
    await Promise.all([add(lead, aisha), add(colleague, { ...aisha, memberGiven: 'Moussa', memberSex: 'M' })])
    expect(await living()).toHaveLength(2)
  })

  test('whoever takes away somebody that a colleague took away already is told, and nobody else goes', async () => {
    await add(lead, aisha)
    await add(lead, { ...aisha, memberGiven: 'Moussa', memberSex: 'M' })
    const [first = '', second] = await living()
    expect((await remove(colleague, first)).status).toBeLessThan(300)
    expect((await remove(lead, first)).status).toBe(409)
    expect(await living()).toEqual([second])
  })
})
