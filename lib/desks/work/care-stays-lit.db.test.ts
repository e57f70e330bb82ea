import { beforeEach, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { hoursAfter } from '@/lib/base/time/days'
import { pressingDue } from '@/lib/casework/cases/due'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { insertTask } from '@/lib/testing/factories/tasks'
import {
  draftReferral,
  ordinaryCase,
  TO_ACCEPTED,
  TO_SENT,
  TO_WAITING,
  walk,
} from '@/lib/testing/factories/walk'
import { caseworkerDay } from './caseworker-day'

type Steps = Parameters<typeof walk>[1]
let lead: SignedIn
let supervisor: SignedIn
let id: string
let referral: string
/** Of what burns, what says that its care is asked for, and by which referral. */
let asking: unknown[] = []

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  const one = draftReferral({ service: 'MED_CMR' })
  const spec = ordinaryCase(lead.id, [one])
  id = spec.id
  referral = one.id
  await insertCases([spec])
  await makeReadable(id)
  const [{ now } = { now: new Date() }] =
    await root()`update app.cases set opened_at = clock.casework_now() - interval '1 hour',
    registered_at = clock.casework_now(), risk = 'HIGH', first_action_at = null, next_due_kind = 'first-action',
    next_due_at = clock.casework_now() + interval '23 hours' where id = ${id} returning clock.casework_now() as now`
  for (const [kind, hours] of [
    ['CARE_PEP', 52],
    ['CARE_EC', 100],
    ['SEE_PERSON', 2],
  ] as const)
    await insertTask({ kind, subject: { type: 'case', id }, due: hoursAfter(now, hours) })
})

/** What burns for this case on the lead's home, and on its own page; both say the same. */
async function lit(): Promise<string[]> {
  const due = await as(lead, (ctx) => caseworkerDay(ctx, 'week'))
  const [{ code } = { code: '' }] = await root()`select code from app.cases where id = ${id}`
  const home = due.due.filter((row) => row.code === code && /^task-(CARE|SEE)/.test(row.kind))
  const found = await as(lead, (ctx) => viewCase({ ...ctx, t: translator('fr') }, code))
  if (!('view' in found)) throw new Error('no case')
  const kinds = home.map(({ kind }) => kind.slice(5).replace('-ASKED', '')).sort()
  asking = home
    .filter(({ kind }) => kind.endsWith('-ASKED'))
    .map(({ kind, referral: by }) => [kind.slice(5, -6), by])
  expect(found.view.tasks.flatMap(({ kind, asked }) => (asked ? [[kind, asked]] : [])).sort()).toEqual(
    asking.sort(),
  )
  expect(
    found.view.tasks
      .map(({ kind }) => kind)
      .filter((kind) => /^(CARE|SEE)/.test(kind))
      .sort(),
  ).toEqual(kinds)
  return kinds
}
const firstAction = async () =>
  (await root()`select first_action_at as at from app.cases where id = ${id}`)[0]?.at
const ALL = ['CARE_EC', 'CARE_PEP', 'SEE_PERSON']

test.each<[string, Steps]>([
  ['submitted', TO_WAITING],
  ['returned', [...TO_WAITING, ['return', 'supervisor']]],
  ['cancelled', [...TO_WAITING, ['cancel', 'author']]],
  ['approved and sent', TO_SENT],
  ['declined', [...TO_SENT, ['acknowledge', 'partner'], ['decline', 'partner']]],
])('a referral that is %s puts out no clock, and is no first action', async (_, steps) => {
  await walk([referral], steps, supervisor.id)
  expect(await lit()).toEqual(ALL)
  expect(await firstAction()).toBeNull()
})

test('a yes lets the very care rest, is the first action, and leaves the person to be seen', async () => {
  await walk([referral], TO_ACCEPTED, supervisor.id)
  expect(await lit()).toEqual(['SEE_PERSON'])
  const [row] =
    await root()`select first_action_at as "firstActionAt", next_due_kind as kind, next_due_at as at, state, risk,
    closure_reason as "closureReason", asked_at as "askedAt", opened_at as "openedAt", registered_at as "registeredAt",
    last_contact_on::text as "lastContactOn" from app.cases where id = ${id}`
  expect(row?.firstActionAt).not.toBeNull()
  // The database counts the next contact as the clocks do.
  expect({ kind: row?.kind, at: row?.at }).toEqual(
    pressingDue(row as Parameters<typeof pressingDue>[0], row?.firstActionAt),
  )
})

test('not obtained, the care burns again with the limit it had; a new day puts it to rest, one too late does not', async () => {
  await walk([referral], [...TO_ACCEPTED, ['report-not-accessed', 'partner']], supervisor.id)
  expect(await lit()).toEqual(ALL)
  const again = (day: string) =>
    root().unsafe(`update app.referrals set state = 'ACCEPTED', version = version + 1, last_verb = 'rebook', last_party = 'partner',
      last_at = clock.casework_now(), expected_on = ${day} where id = '${referral}'`)
  await again(`clock.casework_now()::date + 1`)
  expect(await lit()).toEqual(['SEE_PERSON'])
  await root()`update app.referrals set expected_on = clock.casework_now()::date + 4, version = version + 1, last_verb = 'remind' where id = ${referral}`
  expect(await lit()).toEqual(['CARE_PEP', 'SEE_PERSON'])
})

test('a yes to another service lights nothing off', async () => {
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.referrals set service = 'CP_BIA' where id = ${referral}`
  })
  await walk([referral], TO_ACCEPTED, supervisor.id)
  expect(await lit()).toEqual(ALL)
})

test.each<[string, Steps, boolean]>([
  ['a draft', [], false],
  ['waiting for approval', TO_WAITING, true],
  ['sent', TO_SENT, true],
  ['read', [...TO_SENT, ['acknowledge', 'partner']], true],
  ['asked back', [...TO_SENT, ['acknowledge', 'partner'], ['ask', 'partner']], true],
  ['declined', [...TO_SENT, ['acknowledge', 'partner'], ['decline', 'partner']], false],
])('care whose referral is %s burns on, and says whether it is asked for already', async (_, steps, asks) => {
  await walk([referral], steps, supervisor.id)
  expect(await lit()).toEqual(ALL)
  expect(asking).toEqual(
    asks
      ? [
          ['CARE_EC', referral],
          ['CARE_PEP', referral],
        ]
      : [],
  )
})
