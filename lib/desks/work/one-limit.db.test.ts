import { beforeAll, expect, test } from 'vitest'
import { translator } from '@/lib/base/i18n/translate'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { viewReferral } from '@/lib/desks/referral/view-referral'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { insertTask } from '@/lib/testing/factories/tasks'
import { draftReferral, ordinaryCase, TO_NOT_ACCESSED, walk } from '@/lib/testing/factories/walk'
import { caseworkerDay } from './caseworker-day'

let lead: SignedIn
let code: string
let referral: string
let due: Date

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const supervisor = await signedIn('SUPERVISOR', 'MOP')
  const one = draftReferral()
  const spec = ordinaryCase(lead.id, [one])
  referral = one.id
  await insertCases([spec])
  await makeReadable(spec.id)
  await walk([referral], TO_NOT_ACCESSED, supervisor.id)
  const [row] =
    await root()`select code, app.office_closes(date_trunc('day', clock.casework_now(), 'UTC')) as due from app.cases where id = ${spec.id}`
  code = String(row?.code)
  due = row?.due
  await insertTask({ kind: 'NEXT_STEP', subject: { type: 'referral', id: referral }, due, reason: 'SAFETY' })
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    // Sealed words of the factory are no words; what is asked here is the clock.
    await tx`delete from app.referral_messages where referral_id = ${referral}`
    await tx`delete from app.verifications where referral_id = ${referral}`
    await tx`update app.cases set next_due_kind = 'follow-up', next_due_at = clock.casework_now() + interval '7 days' where id = ${spec.id}`
    await tx`update app.referrals set due_kind = 'follow-on', due_at = ${new Date(due.getTime() + 9e6).toISOString()} where id = ${referral}`
  })
})

const caseFile = () =>
  as(lead, async (ctx) => {
    const found = await viewCase({ ...ctx, t: translator('fr') }, code)
    if (!('view' in found)) throw new Error('no case')
    return found.view
  })

test('what follows a service not obtained has one limit: on the home page, the case and the referral', async () => {
  const { due: rows } = await as(lead, (ctx) => caseworkerDay(ctx, 'week'))
  const today = await as(lead, (ctx) => caseworkerDay(ctx, 'today'))
  const row = [...rows, ...today.due].find((one) => one.referral === referral)
  expect(row?.due).toBe(due.getTime())
  const file = await caseFile()
  expect(new Date(String(file.referrals.find(({ id }) => id === referral)?.dueAt))).toEqual(due)
  const found = await as(lead, (ctx) => viewReferral({ ...ctx, t: translator('fr') }, referral, {}))
  if (!('view' in found)) throw new Error('no referral')
  expect(found.view.clocks.find(({ kind }) => kind === 'follow-on')?.due).toEqual(due)
})

test('the band names the nearest of all duties, not the next contact', async () => {
  const { head } = await caseFile()
  expect(head.duty).toEqual({ kind: 'follow-on', at: due })
})

test('and keeps that limit on the referral once it is done', async () => {
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`update app.tasks set state = 'DONE', done_at = clock.casework_now(), done_by = ${lead.id} where subject_id = ${referral}`
    await tx`insert into app.referral_events (referral_id, verb, from_state, to_state, party, channel, at, version)
      select id, 'rebook', 'NOT_ACCESSED', 'ACCEPTED', 'team', 'APP', clock.casework_now(), version + 1 from app.referrals where id = ${referral}`
  })
  const found = await as(lead, (ctx) => viewReferral({ ...ctx, t: translator('fr') }, referral, {}))
  if (!('view' in found)) throw new Error('no referral')
  const done = found.view.clocks.find(({ kind }) => kind === 'follow-on')
  expect([done?.due, done?.stoppedAt !== null]).toEqual([due, true])
})
