import { beforeAll, describe, expect, test } from 'vitest'
import { POST as approve } from '@/app/api/v1/referrals/[id]/approve/route'
import { POST as undo } from '@/app/api/v1/referrals/[id]/undo/route'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { part } from '@/lib/testing/factories/rows'
import { draftReferral, ordinaryCase, TO_APPROVED, walk } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'
import { sendReferral } from './send-referral'

let lead: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

async function submitted(): Promise<string> {
  const referral = draftReferral()
  await insertCases([ordinaryCase(lead.id, [referral])])
  await walk([referral.id], TO_APPROVED.slice(0, 1), supervisor.id)
  return referral.id
}

const hashOf = async (id: string) =>
  Buffer.from(
    (await root()`select payload_hash from app.referrals where id = ${id}`)[0]?.payload_hash,
  ).toString('hex')

/** Approved by the button, with the hold already over. */
async function approved(): Promise<string> {
  const id = await submitted()
  const answer = await post(approve, { as: supervisor, params: { id }, values: { hash: await hashOf(id) } })
  expect(answer.headers.get('location')).toBe(`/queue?approved=${id}`)
  return id
}

const holdIsOver = () => root()`update jobs.outbox set run_at = now() where done_at is null`
const stateOf = async (id: string) =>
  (
    await root()`select state, reason, due_kind, sent_at is not null as sent from app.referrals where id = ${id}`
  )[0]
const lastEvent = async (id: string) =>
  (
    await root()`select verb, party, actor_id from app.referral_events where referral_id = ${id} order by id desc limit 1`
  )[0]
const jobOf = async (id: string) =>
  (
    await root()`select attempts, result, done_at is not null as done from jobs.outbox where subject_id = ${id}`
  )[0]

describe('an approved referral', () => {
  test('is held for two minutes', async () => {
    const id = await approved()
    const [row] = await root()`select run_at - created_at as hold from jobs.outbox where subject_id = ${id}`
    expect(row?.hold).toBe('00:02:00')
    await runDueJobs([sendReferral])
    expect(await stateOf(id)).toMatchObject({ state: 'APPROVED', sent: false })
  })

  test('leaves then, by the system, and its first clock starts', async () => {
    const id = await approved()
    await holdIsOver()
    await runDueJobs([sendReferral])
    expect(await stateOf(id)).toEqual({ state: 'SENT', reason: null, due_kind: 'acknowledge', sent: true })
    expect(await lastEvent(id)).toEqual({ verb: 'send', party: 'system', actor_id: null })
  })

  test('is logged as the system’s deed on behalf of who approved it', async () => {
    const id = await approved()
    await holdIsOver()
    await runDueJobs([sendReferral])
    const [row] = await root()`select actor_id, session_id, on_behalf_of, outcome from audit.events
      where action = 'referral.send' and object_id = ${id}`
    expect(row).toEqual({ actor_id: null, session_id: null, on_behalf_of: supervisor.id, outcome: 'done' })
  })

  test('leaves once, however often and by however many workers the work is looked at', async () => {
    const ids = await Promise.all([approved(), approved(), approved(), approved()])
    await holdIsOver()
    await Promise.all(Array.from({ length: 6 }, () => runDueJobs([sendReferral])))
    for (const id of ids) {
      const [row] =
        await root()`select count(*)::int as n from app.referral_events where referral_id = ${id} and verb = 'send'`
      expect([row?.n, (await stateOf(id))?.state]).toEqual([1, 'SENT'])
    }
  })

  test('is not approved for a payload other than the one that was shown', async () => {
    const id = await submitted()
    await post(approve, { as: supervisor, params: { id }, values: { hash: 'ab'.repeat(32) } })
    expect(await stateOf(id)).toMatchObject({ state: 'PENDING_APPROVAL' })
    expect(await jobOf(id)).toBeUndefined()
  })
})

describe('when something changed during the hold', () => {
  const consentIs = (set: string) => (id: string) =>
    root().unsafe(`update app.consents set ${set} where id = $1`, [part(id, 'consent')])
  const changes: [what: string, reason: string, change: (id: string) => Promise<unknown>][] = [
    [
      'the consent was withdrawn',
      'COVER_GONE',
      consentIs(`status = 'WITHDRAWN', withdrawn_at = clock.casework_now()`),
    ],
    ['the consent was refused after all', 'COVER_GONE', consentIs(`status = 'REFUSED'`)],
    ['the consent ran out', 'COVER_GONE', consentIs(`expires_on = clock.casework_now()::date - 1`)],
    ['the consent is for another agency', 'COVER_GONE', consentIs(`partner_code = 'SAVE'`)],
    ['the consent is for another service', 'COVER_GONE', consentIs(`service = 'CP_CARE'`)],
    ['the consent covers fewer facts', 'COVER_GONE', consentIs(`facts = '{}'`)],
    [
      'the payload is not the one approved',
      'COVER_GONE',
      (id) =>
        root().begin(async (tx) => {
          // Past the trigger, as somebody with the whole database in hand would.
          await tx`set local session_replication_role = replica`
          await tx`update app.referrals set payload_hash = '\\x01' where id = ${id}`
        }),
    ],
    [
      'the service was paused',
      'DIRECTORY_CLOSED',
      () =>
        root()`update app.directory_entries set state = 'PAUSED' where partner_code = 'UNICEF' and service = 'CP_BIA' and office_id = 'MOP'`,
    ],
    [
      'the service is full',
      'DIRECTORY_CLOSED',
      () =>
        root()`update app.directory_entries set state = 'FULL' where partner_code = 'UNICEF' and service = 'CP_BIA' and office_id = 'MOP'`,
    ],
    [
      'the sharing agreement ended',
      'AGREEMENT_GONE',
      () =>
        root()`update app.partners set agreement_until = (clock.casework_now())::date - 1 where code = 'UNICEF'`,
    ],
    [
      'the sharing agreement was never signed',
      'AGREEMENT_GONE',
      () => root()`update app.partners set agreement_from = null where code = 'UNICEF'`,
    ],
    [
      'nobody of the agency is there to receive it any more',
      'NOBODY_RECEIVES',
      async () => {
        await signedIn('PARTNER_FP', 'UNICEF')
        await root()`update access.users set active = false where partner_code = 'UNICEF'`
      },
    ],
  ]

  test.each(changes)('because %s, it goes back with %s and nothing is sent', async (_, reason, change) => {
    const id = await approved()
    await change(id)
    await holdIsOver()
    await runDueJobs([sendReferral])
    expect(await stateOf(id)).toEqual({ state: 'RETURNED', reason, due_kind: null, sent: false })
    expect(await lastEvent(id)).toEqual({ verb: 'return', party: 'system', actor_id: null })
    expect(await jobOf(id)).toMatchObject({ done: true, result: reason })
    const [row] =
      await root()`select outcome, detail from audit.events where action = 'referral.send' and object_id = ${id}`
    expect(row).toEqual({ outcome: 'refused', detail: `{"reason":"${reason}"}` })
    await root()`update app.directory_entries set state = 'OPEN' where partner_code = 'UNICEF' and service = 'CP_BIA'`
    await root()`update app.partners set agreement_from = '2013-03-01', agreement_until = null where code = 'UNICEF'`
    await root()`update access.users set active = true where partner_code = 'UNICEF'`
  })

  test('because the approval was taken back, nothing happens, now or later', async () => {
    const id = await approved()
    const answer = await post(undo, { as: supervisor, params: { id } })
    expect(answer.status).toBe(303)
    expect(await jobOf(id)).toBeUndefined()
    // Even a job that had slipped through finds nothing to send.
    await root()`insert into jobs.outbox (task, subject_id, run_at) values ('send-referral', ${id}, now())`
    await runDueJobs([sendReferral])
    expect(await stateOf(id)).toMatchObject({ state: 'PENDING_APPROVAL', sent: false })
    expect(await jobOf(id)).toMatchObject({ done: true, result: 'NOT_APPROVED' })
  })
})

describe('when the work is interrupted', () => {
  test('by a crash of the worker before its commit, it is done again, once', async () => {
    const id = await approved()
    await holdIsOver()
    const dying = await raw('worker').reserve()
    await dying`begin`
    const [job] = await dying`select id from jobs.claim(array['send-referral'])`
    const [sent] = await dying`select jobs.send_referral(${job?.id}) as state`
    expect(sent?.state).toBe('SENT')
    const [me] = await dying`select pg_backend_pid() as pid`
    await root()`select pg_terminate_backend(${Number(me?.pid)}, 5000)`
    expect(await stateOf(id)).toMatchObject({ state: 'APPROVED' })
    await runDueJobs([sendReferral])
    expect(await stateOf(id)).toMatchObject({ state: 'SENT' })
    const [row] =
      await root()`select count(*)::int as n from app.referral_events where referral_id = ${id} and verb = 'send'`
    expect(row?.n).toBe(1)
  })

  test('by a log that cannot be written, nothing is sent, the others go on, and it comes again later', async () => {
    const [broken, sound] = [await approved(), await approved()]
    await holdIsOver()
    await root().unsafe(`create function audit.refuse() returns trigger language plpgsql as
      $$ begin if new.object_id = '${broken}' then raise exception 'no'; end if; return new; end $$;
      create trigger refuse before insert on audit.events for each row execute function audit.refuse()`)
    await runDueJobs([sendReferral])
    await root().unsafe('drop trigger refuse on audit.events; drop function audit.refuse()')
    expect(await stateOf(broken)).toMatchObject({ state: 'APPROVED', sent: false })
    expect(await stateOf(sound)).toMatchObject({ state: 'SENT' })
    expect(await jobOf(broken)).toMatchObject({ attempts: 1, done: false })
    await holdIsOver()
    await runDueJobs([sendReferral])
    expect(await stateOf(broken)).toMatchObject({ state: 'SENT' })
  })
})

describe('a job', () => {
  test('holds no session, no key and no word about anybody', async () => {
    const [row] = await root()`select * from jobs.outbox where task = 'send-referral' limit 1`
    expect(row?.body).toEqual({})
    const worker = raw('worker')
    for (const table of ['app.referrals', 'app.shares', 'vault.keys', 'app.people', 'access.sessions'])
      await expect(worker.unsafe(`select * from ${table}`), table).rejects.toThrow(/permission denied/)
  })

  test('is not made by an agency: it cannot have anything sent', async () => {
    const agency = await signedIn('PARTNER_FP', 'UNICEF')
    const id = await submitted()
    await expect(
      presenting(
        raw('partner'),
        agency.token,
        (tx) => tx`select jobs.enqueue('send-referral', ${id}, '{}', '0')`,
      ),
    ).rejects.toThrow(/permission denied/)
    expect(await jobOf(id)).toBeUndefined()
  })
})
