import { beforeEach, expect, test } from 'vitest'
import { POST as writeIdentity } from '@/app/api/v1/cases/[code]/identity/route'
import { POST as writeSafety } from '@/app/api/v1/cases/[code]/safety/route'
import type { RawValues } from '@/lib/base/forms/form'
import type { SignedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { came } from '@/lib/testing/factories/transfers'
import { type File, mergedFiles, twoTeams } from '@/lib/testing/factories/two-files'
import type { Endpoint } from '@/lib/testing/requests'

/** The known file is saved in the instant in which the other one is taken out of the merge: they are two people then. */
let lead: SignedIn
let known: File
let fresh: File

beforeEach(async () => {
  const people = await twoTeams()
  lead = people.lead
  ;({ known, fresh } = await mergedFiles(people))
})

const principal = async (file: File) =>
  (
    await root()`select version::text, safe_contact as "safeContact" from app.people
      where case_id = ${file.id} and standing = 'PRINCIPAL'`
  )[0] as { version: string; safeContact: string }

/** Somebody waits for a row that `own` holds, or the save was answered without waiting. */
async function waitsOrDone(answered: () => boolean): Promise<void> {
  for (;;) {
    const [row] = await root()`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    if (answered() || Number(row?.n) > 0) return
  }
}

/** Takes the merge back as the last word does, and lets it land only after the save has begun to write across files. */
async function saveWhileTakenBack(save: () => Promise<string>): Promise<string> {
  let answer: string | undefined
  let saving: Promise<string> | undefined
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`select app.hold_person(${known.id})`
    await tx`update app.cases set merged_into = null, merged_from = null, state = 'OPEN' where id = ${fresh.id}`
    saving = save().then((came) => {
      answer = came
      return came
    })
    await waitsOrDone(() => answer !== undefined)
  })
  return (await saving) ?? ''
}

const savedBy = async (endpoint: unknown, values: RawValues) => {
  const { version } = await principal(known)
  return came(endpoint as Endpoint, lead, { code: known.code }, { ...values, _version: version })
}

test('how the known person is reached does not become how the other one is', async () => {
  await root()`update app.people set safe_contact = 'IN_PERSON' where case_id = any(${[known.id, fresh.id]}) and standing = 'PRINCIPAL'`
  const safety = { risk: 'MEDIUM', phone: '65000001', contactDetail: '', meetingPlace: '', warning: '' }
  const answer = await saveWhileTakenBack(() =>
    savedBy(writeSafety, { ...safety, safeContact: 'CALL_OK', withholdFrom: '', withholdReason: '' }),
  )
  expect(answer).toContain('/cases/')
  expect((await principal(known)).safeContact).toBe('CALL_OK')
  expect((await principal(fresh)).safeContact).toBe('IN_PERSON')
})

test('the age of the known person does not judge what the other one said', async () => {
  const answer = await saveWhileTakenBack(() =>
    savedBy(writeIdentity, {
      given: 'Salimata',
      sex: 'F',
      age: '14',
      ageBasis: 'STATED',
      nationalities: ['MLI'],
      languages: ['bam'],
      documentStatus: 'HAS_ID',
    }),
  )
  expect(answer).toContain('/cases/')
  const marks =
    await root()`select case_id, needs_review from app.consents where case_id = any(${[known.id, fresh.id]})`
  expect(marks.filter((one) => one.case_id === fresh.id && one.needs_review !== null)).toEqual([])
  expect(marks.some((one) => one.case_id === known.id && one.needs_review === 'CHILD_ALONE')).toBe(true)
})
