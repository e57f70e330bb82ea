import { beforeAll, describe, expect, test } from 'vitest'
import { POST as confirm } from '@/app/api/v1/inbox/[id]/deleted/route'
import { POST as note } from '@/app/api/v1/referrals/[id]/deleted/route'
import { waitingPage } from '@/lib/casework/tasks/waiting'
import { itemWaiting } from '@/lib/casework/tasks/waiting-item'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, TO_APPROVED, walk } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'
import { watchClocks } from '../machine/watch-clocks'

let lead: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn
let agency: SignedIn
beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
})

async function withdrawn(steps = TO_ACKNOWLEDGED, named?: SignedIn) {
  const draft = draftReferral()
  const ordinary = ordinaryCase(lead.id, [draft])
  const file = named
    ? {
        ...ordinary,
        sensitivity: 'S4' as const,
        members: [...ordinary.members, { userId: named.id, capacity: 'NAMED_SUPERVISOR' as const }],
      }
    : ordinary
  await insertCases([file])
  await makeReadable(file.id)
  await walk([draft.id], [...steps, ['withdraw-consent', 'team']], supervisor.id)
  return { id: draft.id, caseId: file.id }
}
const taskOf = async (id: string) =>
  (
    await root()`select id, state, outcome, extract(epoch from due_at - opened_at)::int / 86400 as days
      from app.tasks where kind = 'AWAIT_DELETION' and subject_id = ${id}`
  )[0]
const queued = async (id: string, who = supervisor) =>
  as(who, async (ctx) => itemWaiting(ctx, (await taskOf(id))?.id, 'withdrawn'))
const counted = (who = supervisor) =>
  as(who, async (ctx) => {
    const { rows, counts } = await waitingPage(ctx, { kind: 'withdrawn', size: 99 })
    return [counts.withdrawn, rows.length]
  })
const said = {
  channel: 'PHONE',
  deletedBy: 'Mme Traoré',
  deletedOn: '30/6/2014',
  deletedWords: 'Tout est effacé.',
}
const tell = (id: string, who = supervisor, more = {}) =>
  post(note, { as: who, params: { id }, values: { ...said, ...more }, json: true })

describe('what an agency holds of a consent that was withdrawn', () => {
  test('stands in the queue with its limit as a kind of its own, and opens what it counts', async () => {
    const [before] = await counted()
    const { id } = await withdrawn()
    expect(await taskOf(id)).toMatchObject({ state: 'OPEN', days: 7 })
    expect(await queued(id)).toMatchObject({
      kind: 'withdrawn',
      partner: 'UNICEF',
      subjectId: id,
      late: false,
    })
    expect(await queued(id, elsewhere)).toBeUndefined()
    const [after, rows] = await counted()
    expect(after).toBe(Number(before) + 1)
    expect(rows).toBe(after)
  })

  test('what never left waits for nobody', async () => {
    expect(await taskOf((await withdrawn(TO_APPROVED)).id)).toBeUndefined()
  })

  test('ends when the agency confirms it', async () => {
    const { id } = await withdrawn()
    expect((await post(confirm, { as: agency, params: { id }, values: {} })).status).toBe(303)
    expect(await taskOf(id)).toMatchObject({ state: 'DONE', outcome: 'CONFIRMED' })
    expect(await queued(id)).toBeUndefined()
  })

  test('ends with what was heard by telephone, kept sealed with who said it; the agency may still confirm', async () => {
    const { id } = await withdrawn()
    expect((await tell(id, lead)).status).toBe(200)
    expect(await taskOf(id)).toMatchObject({ state: 'DONE', outcome: 'TOLD' })
    const [event] = await root()`select verb, party, channel, actor_id from app.referral_events
      where referral_id = ${id} order by id desc limit 1`
    expect(event).toEqual({ verb: 'note-deleted', party: 'recorded', channel: 'PHONE', actor_id: lead.id })
    const [words] =
      await root()`select count(*)::int as n from app.referral_comments where referral_id = ${id}`
    expect(words?.n).toBe(1)
    expect((await tell(id)).status).toBe(409)
    expect((await post(confirm, { as: agency, params: { id }, values: {} })).status).toBe(303)
    const [row] =
      await root()`select partner_deleted_at, deletion_told_on from app.referrals where id = ${id}`
    expect(row?.partner_deleted_at).not.toBeNull()
    expect((await tell(id)).status).toBe(409)
  })

  test('needs who said it and in which words, on a day since it was withdrawn', async () => {
    const { id } = await withdrawn()
    for (const wrong of [
      { deletedBy: '' },
      { deletedWords: '' },
      { deletedOn: '1/8/2014' },
      { deletedOn: '1/6/2014' },
    ])
      expect((await tell(id, supervisor, wrong)).status, JSON.stringify(wrong)).toBe(422)
    expect(await taskOf(id)).toMatchObject({ state: 'OPEN' })
  })

  test('is recorded by nobody out of reach, nor while the agency is still at work', async () => {
    const { id } = await withdrawn()
    expect((await tell(id, elsewhere)).status).toBe(404)
    const running = draftReferral()
    await insertCases([ordinaryCase(lead.id, [running])])
    await walk([running.id], TO_ACKNOWLEDGED, supervisor.id)
    expect((await tell(running.id)).status).toBe(409)
  })

  test('of a restricted case stands with the named supervisor, also once the case is closed', async () => {
    const named = await signedIn('SUPERVISOR', 'MOP')
    const { id, caseId } = await withdrawn(TO_ACKNOWLEDGED, named)
    expect(await queued(id, named)).toMatchObject({ restricted: true, partner: null })
    expect(await queued(id)).toBeUndefined()
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.cases set state = 'CLOSED' where id = ${caseId}`
      await tx`delete from access.live_members where case_id = ${caseId}`
    })
    expect(await queued(id, named)).toMatchObject({ kind: 'withdrawn', restricted: true })
    expect((await tell(id, named)).status).toBe(200)
  })

  test('half of the limit over, the agency is reminded once; then it is late', async () => {
    const { id } = await withdrawn()
    const age = (days: number) =>
      root().begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx`update app.tasks set opened_at = opened_at - make_interval(days => ${days}),
          due_at = due_at - make_interval(days => ${days}) where kind = 'AWAIT_DELETION' and subject_id = ${id}`
      })
    const look = async () => {
      await root()`insert into jobs.outbox (task, body, run_at) values ('watch-clocks', '{}', now())`
      await runDueJobs([watchClocks])
      const [row] =
        await root()`select count(*)::int as n from app.notices where referral_id = ${id} and event = 'deletion.half'`
      return row?.n
    }
    await age(3)
    expect(await look()).toBe(0)
    await age(1)
    expect(await look()).toBe(1)
    expect(await look()).toBe(1)
    await age(4)
    expect(await queued(id)).toMatchObject({ late: true })
  })
})
