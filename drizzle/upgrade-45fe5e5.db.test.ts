import { statSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { historyFault, type ReferralEvent } from '@/lib/casework/referrals/machine/events'
import { restoreRelease } from '@/lib/testing/releases/restore'

let released: Awaited<ReturnType<typeof restoreRelease>>
let before: Record<string, number>

const counts = async (): Promise<Record<string, number>> => {
  const [row] = await released.root`select
    (select count(*)::int from app.referrals) as referrals,
    (select count(*)::int from app.referral_events) as events,
    (select count(*)::int from app.referrals where state = 'VERIFIED') as verified,
    (select count(*)::int from app.referrals r join app.verifications v on v.referral_id = r.id
      where r.state = 'VERIFIED' and v.received = 'NO') as wrong,
    (select count(*)::int from app.verifications where harm = 'YES') as harmed`
  return { ...row }
}

beforeAll(async () => {
  released = await restoreRelease('45fe5e5', '0014')
  before = await counts()
  await released.upgrade()
})
afterAll(() => released.drop())

describe('a database that the release 45fe5e5 filled', () => {
  test('is small, and holds what that release called confirmed although the person had said no', () => {
    const file = new URL('../lib/testing/releases/45fe5e5.json.gz', import.meta.url)
    expect(statSync(file).size).toBeLessThan(300_000)
    expect(before).toMatchObject({ wrong: 3, harmed: 2 })
    expect(before.verified).toBeGreaterThan(3)
  })

  test('says "contested" where the person said no, by an event of its own, and nothing else changes state', async () => {
    const after = await counts()
    expect(after).toMatchObject({
      referrals: before.referrals,
      events: (before.events ?? 0) + 3,
      verified: (before.verified ?? 0) - 3,
      wrong: 0,
    })
    const corrected = await released.root`select r.state, r.due_kind, r.ended_at, e.verb, e.party, e.actor_id
      from app.referrals r join app.referral_events e on e.referral_id = r.id and e.verb = 'correct'`
    expect(corrected.length).toBe(3)
    for (const row of corrected)
      expect(row).toEqual({
        state: 'CONTESTED',
        due_kind: 'follow-on',
        ended_at: null,
        verb: 'correct',
        party: 'system',
        actor_id: null,
      })
  })

  test('keeps every history whole', async () => {
    const rows =
      await released.root`select json_agg(json_build_object('verb', e.verb, 'from', nullif(e.from_state, ''),
        'to', e.to_state, 'at', e.at, 'by', e.party) order by e.id) as events
      from app.referral_events e group by e.referral_id`
    for (const { events } of rows) {
      const history = (events as ReferralEvent[]).map((event) => ({ ...event, at: new Date(event.at) }))
      expect(historyFault(history)).toBeNull()
    }
  })

  test('sends each harm to the supervisors, and leaves what was received as confirmed', async () => {
    const harms = await released.root`select h.kind, r.state, v.received, t.state as task
      from app.harm_reports h join app.referrals r on r.id = h.referral_id
        join app.verifications v on v.id = h.verification_id
        join app.tasks t on t.subject_id = h.referral_id and t.kind = 'HARM' order by v.received`
    expect(harms.map((row) => ({ ...row }))).toEqual([
      { kind: 'OTHER', state: 'CONTESTED', received: 'NO', task: 'OPEN' },
      { kind: 'OTHER', state: 'VERIFIED', received: expect.stringMatching(/YES|PARTLY/), task: 'OPEN' },
    ])
  })

  test('opens a task for what was contested, and does not lengthen what the partner reads', async () => {
    const rows =
      await released.root`select t.kind, r.reading_since < clock.casework_now() - interval '1 day' as before
      from app.tasks t join app.referrals r on r.id = t.subject_id where t.kind = 'NOT_CONFIRMED'`
    expect(rows.map((row) => ({ ...row }))).toEqual(Array(3).fill({ kind: 'NOT_CONFIRMED', before: true }))
  })

  test('gives every partner account a base, and every slip the last day of its consent', async () => {
    const [row] = await released.root`select
      (select count(*)::int from access.users where role = 'PARTNER_FP' and base_id is null) as homeless,
      (select count(*)::int from app.shares s join app.consents c on c.id = s.consent_id
        where s.until is distinct from c.expires_on) as wrong`
    expect({ ...row }).toEqual({ homeless: 0, wrong: 0 })
  })
})
