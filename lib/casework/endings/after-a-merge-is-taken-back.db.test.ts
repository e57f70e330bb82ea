import { beforeEach, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/cases/[code]/close/route'
import { POST as consent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as restrict } from '@/app/api/v1/cases/[code]/restrict/route'
import { POST as unrestrict } from '@/app/api/v1/cases/[code]/undo-restriction/route'
import type { RawValues } from '@/lib/base/forms/form'
import type { SignedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { registered } from '@/lib/testing/factories/registered'
import { came, opens, versionOf } from '@/lib/testing/factories/transfers'
import {
  decides,
  type File,
  knownFile,
  mergedFiles,
  salimata,
  says,
  twoTeams,
  undoes,
} from '@/lib/testing/factories/two-files'
import type { Endpoint } from '@/lib/testing/requests'

/** Two people after all: what the merge brought goes with it. */
let lead: SignedIn
let other: SignedIn
let supervisor: SignedIn
let second: SignedIn
beforeEach(async () => {
  ;({ lead, other, supervisor, second } = await twoTeams())
})

const press = async (endpoint: unknown, who: SignedIn, file: File, values: RawValues) =>
  came(endpoint as Endpoint, who, { code: file.code }, { _version: await versionOf(file), ...values })
const named = (who: SignedIn) => ({ supervisors: [who.id], restrictReason: 'REPRISAL' })

test('a supervisor named on the known file alone reads the other one no more once the merge is taken back', async () => {
  const [known, twin] = [await knownFile(lead), await registered(lead, salimata)]
  expect(await press(restrict, lead, known, named(supervisor))).toContain('done=restricted')
  expect(await press(restrict, lead, twin, named(second))).toContain('done=restricted')
  await says(lead, twin, known, 'SAME')
  expect(await decides(second, twin, 'YES')).toContain('done=merged')
  expect(await opens(supervisor, twin)).toBe(true)
  await undoes(lead, twin)
  expect(await undoes(second, twin)).toContain('done=undone')
  expect([await opens(supervisor, twin), await opens(second, twin)]).toEqual([false, true])
})

test('also one who had been named on it long before', async () => {
  const [known, twin] = [await knownFile(lead), await registered(lead, salimata)]
  expect(await press(restrict, lead, twin, named(supervisor))).toContain('done=restricted')
  expect(await press(unrestrict, lead, twin, {})).toContain('/cases/')
  expect(await press(restrict, lead, twin, named(second))).toContain('done=restricted')
  expect(await press(restrict, lead, known, named(supervisor))).toContain('done=restricted')
  await says(lead, twin, known, 'SAME')
  expect(await decides(second, twin, 'YES')).toContain('done=merged')
  await undoes(lead, twin)
  expect(await undoes(second, twin)).toContain('done=undone')
  expect([await opens(supervisor, twin), await opens(second, twin)]).toEqual([false, true])
})

test('a file that leaves a restricted merge is found by its name again', async () => {
  const [known, twin] = [await knownFile(lead), await registered(lead, salimata)]
  const books = async () => {
    const [row] =
      await root()`select (select count(*)::int from app.name_tokens where case_id = ${twin.id}) as common,
      (select count(*)::int from app.restricted_tokens where case_id = ${twin.id}) as restricted`
    return row
  }
  const before = await books()
  expect(await press(restrict, lead, known, named(second))).toContain('done=restricted')
  await says(lead, twin, known, 'SAME')
  expect(await decides(second, twin, 'YES')).toContain('done=merged')
  expect((await books())?.common).toBe(0)
  await undoes(lead, twin)
  expect(await undoes(second, twin)).toContain('done=undone')
  expect(await books()).toEqual(before)
})

test('a file that left a merge keeps none of the days of the other', async () => {
  const { known, fresh } = await mergedFiles({ lead, other, supervisor, second })
  const wholeNo = { purpose: 'CASE_MGMT', answer: 'REFUSED' }
  expect(await press(consent, lead, known, wholeNo)).toContain('done=withdrawn')
  expect(await press(close, supervisor, known, { seen: 'on' })).toContain('/cases/')
  const days = async () => {
    const [row] = await root()`select erase_on, retention_class from app.cases where id = ${fresh.id}`
    return row
  }
  expect((await days())?.retention_class).toBe('WITHDRAWN')
  await undoes(supervisor, fresh)
  expect(await undoes(second, fresh)).toContain('done=undone')
  expect(await days()).toEqual({ erase_on: null, retention_class: null })
})

test('a review that lies ahead bars no merge: it is laid aside, and taken up again', async () => {
  const [known, twin] = [await knownFile(lead), await knownFile(lead)]
  const reviews = async () =>
    (
      await root()`select state from app.tasks where case_id = ${twin.id} and kind = 'REVIEW_CASE' and state = 'OPEN'`
    ).length
  await root()`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at, reason)
    select 'REVIEW_CASE', 'case', c.id, c.id, c.office_id, c.sensitivity, clock.casework_now() + interval '30 days', 'MEDIUM'
    from app.cases c where c.id = ${twin.id} on conflict do nothing`
  expect(await reviews()).toBe(1)
  expect(await says(lead, twin, known, 'SAME')).toContain('same-asked')
  expect(await decides(supervisor, twin, 'YES')).toContain('done=merged')
  expect(await reviews()).toBe(0)
  await undoes(lead, twin)
  expect(await undoes(supervisor, twin)).toContain('done=undone')
  expect(await reviews()).toBe(1)
})
