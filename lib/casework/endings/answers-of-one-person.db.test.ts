import { beforeEach, describe, expect, test } from 'vitest'
import { POST as consent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as identity } from '@/app/api/v1/cases/[code]/identity/route'
import { POST as reopen } from '@/app/api/v1/cases/[code]/reopen/route'
import type { RawValues } from '@/lib/base/forms/form'
import type { SignedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { makeReadable } from '@/lib/testing/factories/readable'
import { identityValues } from '@/lib/testing/factories/registered'
import { came, caseOf, versionOf } from '@/lib/testing/factories/transfers'
import { decides, type File, knownFile, says, twoTeams, undoes } from '@/lib/testing/factories/two-files'
import { draftReferral } from '@/lib/testing/factories/walk'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
beforeEach(async () => {
  ;({ lead, supervisor } = await twoTeams())
})

const press = async (endpoint: unknown, who: SignedIn, file: File, values: RawValues) =>
  came(endpoint as Endpoint, who, { code: file.code }, { _version: await versionOf(file), ...values })
async function aged(file: File, age: string): Promise<void> {
  const [row] =
    await root()`select version from app.people where case_id = ${file.id} and standing = 'PRINCIPAL'`
  const values = identityValues({ age, _version: String(row?.version) })
  expect(await press(identity, lead, file, values)).toContain('/cases/')
}
/** A file of a woman of 30 with a slip that an agency reads on her own yes. */
async function shared(state = 'ACCEPTED'): Promise<File> {
  const spec = draftReferral({ state, sent: true, partner: 'UNICEF', service: 'MED_CONS' })
  const one = await caseOf(lead, { referrals: [spec] })
  await makeReadable(one.id)
  return { ...one, led: '' }
}
const reads = async ({ id }: File) =>
  (await root()`select from app.shares where case_id = ${id} and ended_at is null`).length > 0
const reviews = async ({ id }: File) =>
  (
    await root()`select reason from app.tasks where case_id = ${id} and kind = 'REVIEW_CONSENT' and state = 'OPEN'`
  ).map(({ reason }) => reason)
const no = { purpose: 'REFERRAL', service: 'MED', partner: 'UNICEF', answer: 'REFUSED' }
const wholeNo = { purpose: 'CASE_MGMT', answer: 'REFUSED' }
const saysNo = async (file: File) => expect(await press(consent, lead, file, no)).toContain('done=consent')

async function merge(from: File, into: File): Promise<string> {
  expect(await says(lead, from, into, 'SAME')).toContain('same-asked')
  const [row] =
    await root()`select id from app.same_person where case_id = ${from.id} and into_case_id = ${into.id}`
  const pair = String(row?.id)
  expect(await decides(supervisor, from, 'YES', pair)).toContain('done=merged')
  return pair
}
async function takeBack(file: File, pair: string): Promise<void> {
  await undoes(lead, file, pair)
  expect(await undoes(supervisor, file, pair)).toContain('done=undone')
}

/** Closed as long ago; how a file is closed is tried elsewhere. */
const closedBoth = (...files: File[]) =>
  root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.cases set state = 'CLOSED', closed_at = clock.casework_now(), closure_reason = 'GOALS_MET'
      where id = any(${files.map(({ id }) => id)})`
  })

describe('what a person answered on any of their files', () => {
  test('a no said while an age kept the agency out is not lost when the age is put right', async () => {
    const [known, twin] = [await knownFile(lead), await shared('VERIFIED')]
    await merge(twin, known)
    await aged(known, '16')
    expect(await reads(twin)).toBe(false)
    await saysNo(known)
    await aged(known, '36')
    expect(await reads(twin)).toBe(false)
  })

  test('a newer no of the other file outlasts an age that was wrong in between', async () => {
    const known = await shared()
    await aged(known, '16')
    const twin = await knownFile(lead)
    await saysNo(twin)
    await merge(twin, known)
    await aged(known, '36')
    expect([await reads(known), await reviews(known)]).toEqual([false, ['NO_RULE']])
  })

  test('two people after all: a child’s own yes lets nobody read, whatever the other file said', async () => {
    const known = await shared()
    const twin = await knownFile(lead)
    await saysNo(twin)
    const pair = await merge(twin, known)
    await aged(known, '16')
    await takeBack(twin, pair)
    expect([await reads(known), (await reviews(known)).length]).toEqual([false, 1])
    await aged(known, '36')
    expect([await reads(known), await reviews(known)]).toEqual([true, []])
  })

  test('of two files that point here the no of the one stays when the other is taken back', async () => {
    const known = await shared()
    const [one, two] = [await knownFile(lead), await knownFile(lead)]
    await saysNo(one)
    await merge(one, known)
    const pair = await merge(two, known)
    await takeBack(two, pair)
    expect([await reads(known), await reviews(known)]).toEqual([false, ['NEWER_NO']])
  })

  test('a no of one file that points reaches another that points', async () => {
    const known = await knownFile(lead)
    const [sharing, refusing] = [await shared('VERIFIED'), await knownFile(lead)]
    await saysNo(refusing)
    await merge(refusing, known)
    await merge(sharing, known)
    expect(await reads(sharing)).toBe(false)
  })

  test('the age of the known file decides from the merge on, each file’s own after it is taken back', async () => {
    const known = await knownFile(lead)
    await aged(known, '15')
    const twin = await shared('VERIFIED')
    const pair = await merge(twin, known)
    expect(await reads(twin)).toBe(false)
    await takeBack(twin, pair)
    expect([await reads(twin), await reviews(twin)]).toEqual([true, []])
  })

  test('a no after the merge is no word of somebody else once there are two people again', async () => {
    const [known, twin] = [await knownFile(lead), await shared('VERIFIED')]
    const pair = await merge(twin, known)
    await saysNo(known)
    expect(await reads(twin)).toBe(false)
    await takeBack(twin, pair)
    expect(await reads(twin)).toBe(true)
  })

  test('a newer no to the very service that runs stops the agency and is somebody’s work', async () => {
    for (const service of ['MED_CONS', '']) {
      const [known, twin] = [await shared(), await knownFile(lead)]
      expect(await press(consent, lead, twin, { ...no, service })).toContain('done=consent')
      await merge(twin, known)
      expect([await reads(known), await reviews(known)]).toEqual([false, ['NEWER_NO']])
      ;({ lead, supervisor } = await twoTeams())
    }
  })

  test('a no to the whole file, said last on the other one, stops the agencies and is asked again', async () => {
    const [known, twin] = [await shared(), await knownFile(lead)]
    expect(await press(consent, lead, twin, wholeNo)).toContain('done=withdrawn')
    await root()`delete from app.tasks where case_id = ${twin.id}`
    await merge(twin, known)
    expect([await reads(known), await reviews(known)]).toEqual([false, ['NEWER_NO']])
    // The file goes on when they say yes to it again; what an agency reads is asked anew.
    const yes = { purpose: 'CASE_MGMT', answer: 'GIVEN', mode: 'SIGN', giver: 'SELF', language: 'bam' }
    expect(await press(consent, lead, known, yes)).toContain('done=consent')
    expect(await reads(known)).toBe(false)
  })

  test('a no to the whole file after the merge is no word of somebody else once there are two people again', async () => {
    const [known, twin] = [await knownFile(lead), await shared('VERIFIED')]
    const pair = await merge(twin, known)
    expect(await press(consent, lead, known, wholeNo)).toContain('done=withdrawn')
    expect(await reads(twin)).toBe(false)
    await takeBack(twin, pair)
    expect(await reads(twin)).toBe(true)
  })

  test('a newer no to figures counts wherever it was said', async () => {
    const [known, twin] = [await knownFile(lead), await knownFile(lead)]
    const figures = { purpose: 'STATS', mode: 'SIGN', giver: 'SELF', language: 'bam' }
    expect(await press(consent, lead, known, { ...figures, answer: 'GIVEN' })).toContain('done=consent')
    expect(await press(consent, lead, twin, { purpose: 'STATS', answer: 'REFUSED' })).toContain(
      'done=consent',
    )
    await merge(twin, known)
    const marks =
      await root()`select needs_review from app.consents where case_id = ${known.id} and purpose = 'STATS' and status = 'GIVEN'`
    expect(marks.map((one) => one.needs_review)).toEqual(['NEWER_NO'])
    expect(await reviews(known)).toEqual([])
  })

  test('the only age that any file knows decides: a child’s own yes does not begin to carry by a merge', async () => {
    const twin = await shared('VERIFIED')
    await aged(twin, '12')
    await root()`delete from app.tasks where case_id = ${twin.id}`
    const known = await knownFile(lead)
    await root()`update app.people set birth_year = null where case_id = ${known.id}`
    await merge(twin, known)
    expect([await reads(twin), await reviews(known)]).toEqual([false, ['NO_RULE']])
  })

  test('files that became one while closed are settled for the team when the known one is opened again', async () => {
    const [known, twin] = [await shared(), await knownFile(lead)]
    await saysNo(twin)
    await closedBoth(known, twin)
    await merge(twin, known)
    expect([await reads(known), await reviews(known)]).toEqual([false, []])
    expect(await press(reopen, lead, known, { reopenReason: 'CAME_BACK' })).toContain('done=reopened')
    expect([await reads(known), await reviews(known)]).toEqual([false, ['NEWER_NO']])
  })

  test('a capable adult’s own no is passed over by nobody, on whichever of their files it was said', async () => {
    const vital = { ...no, service: 'MED_CONS', answer: 'NOT_POSSIBLE', capacity: 'CANNOT', danger: 'VITAL' }
    const refusedFor = async (file: File) => {
      const values = { ...vital, reason: 'DEATH_RISK', facts: ['need'], _version: await versionOf(file) }
      const answer = await post(consent as Endpoint, {
        as: lead,
        params: { code: file.code },
        json: true,
        values,
      })
      return ((await answer.json()) as { error?: { fields?: unknown } }).error?.fields
    }
    const [known, twin] = [await knownFile(lead), await knownFile(lead)]
    await saysNo(twin)
    await merge(twin, known)
    expect(await refusedFor(known)).toEqual({ doubt: 'standing-no' })
  })

  test('who came back works on: their file does not point at one they ended', async () => {
    const known = await knownFile(lead)
    expect(await press(consent, lead, known, wholeNo)).toContain('done=withdrawn')
    const back = await shared('VERIFIED')
    expect(await says(lead, back, known, 'SAME')).toContain('same-asked')
    expect(await decides(supervisor, back, 'YES')).toBe('same-known-ended')
  })

  test('a referral that the parent’s no stopped is not read again after their yes', async () => {
    const one = await shared()
    await aged(one, '10')
    const said = { mode: 'SIGN', giver: 'PARENT', language: 'bam', caregiver: 'PRESENT_SAFE' }
    expect(await press(consent, lead, one, { ...no, ...said, service: 'MED_CONS' })).toContain('done=consent')
    const yes = { ...no, ...said, service: 'MED_CONS', answer: 'ASSENT', facts: ['age_band', 'sex'] }
    expect(await press(consent, lead, one, yes)).toContain('done=consent')
    expect(await reads(one)).toBe(false)
  })
})
