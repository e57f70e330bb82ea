import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST as accept } from '@/app/api/v1/inbox/[id]/accept/route'
import { POST as decline } from '@/app/api/v1/inbox/[id]/decline/route'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { withdrawConsent } from '@/lib/casework/endings/withdraw-consent'
import { append } from '@/lib/platform/audit/append'
import { consents } from '@/lib/platform/db/schema'
import { command } from '@/lib/platform/gate/command'
import { as, insertPeople, type SignedIn, sessionOf, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { part } from '@/lib/testing/factories/rows'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { RACES } from '@/lib/testing/races'
import { type Endpoint, post } from '@/lib/testing/requests'
import { historyFault, type ReferralEvent } from '../machine/events'
import { endShares } from '../sharing/seal-payload'
import { type Move, moveReferral } from './move-referral'

/** Milliseconds; only a busy machine comes near it. */
const patience = 5000 * RACES
const AT_ONCE = 4
/** As the page showed it to all of them: version 5, after start, submit, approve, send and acknowledge. */
const shown = (id: string) => ({ id, state: 'ACKNOWLEDGED' as const, version: 5, priority: 'NORMAL' })

let lead: SignedIn
let supervisor: SignedIn
let agency: SignedIn[]

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  const people = await insertPeople(
    Array.from({ length: 12 }, () => ({ role: 'PARTNER_FP' as const, partner: 'UNICEF' })),
  )
  agency = await Promise.all(people.map(sessionOf))
})

async function acknowledged(): Promise<string[]> {
  const drafts = Array.from({ length: RACES }, () => draftReferral())
  await insertCases(drafts.map((draft) => ordinaryCase(lead.id, [draft])))
  const ids = drafts.map(({ id }) => id)
  await walk(ids, TO_ACKNOWLEDGED, supervisor.id)
  return ids
}

type Contender = (id: string) => Promise<boolean>

/** One whole transaction of one person: the move on the version they saw, what belongs to it, and the log. */
const contender =
  (who: SignedIn, move: Move): Contender =>
  (id) =>
    as(who, async (ctx) => {
      if (!(await moveReferral(ctx, shown(id), move))) return false
      if (move.verb === 'withdraw-consent') {
        const change = { status: 'WITHDRAWN', withdrawnAt: ctx.actor.now, version: 2 }
        await ctx.tx
          .update(consents)
          .set(change)
          .where(eq(consents.id, part(id, 'consent')))
        await endShares(ctx, id)
      }
      await append(ctx.tx, {
        action: move.verb === 'withdraw-consent' ? 'consent.withdraw' : `referral.${move.verb}`,
        subject: { type: 'referral', id },
        outcome: 'done',
      })
      return true
    })

/** A person's button: only the one who was first is told that it is done. */
const pressing =
  (as: SignedIn, button: Endpoint, values: Record<string, string> = {}): Contender =>
  async (id) => {
    const { status } = await post(button, {
      as,
      params: { id },
      values: { ...values, _version: '5' },
      json: true,
    })
    // Too late is explained; what was cancelled or withdrawn is simply no longer there.
    if (![200, 403, 404, 409].includes(status)) throw new Error(`an answer of ${status}`)
    return status === 200
  }
const answering = (index: number, button: Endpoint, values?: Record<string, string>): Contender =>
  pressing(agency[index] as SignedIn, button, values)

/** Runs every race with all its contenders at once, a few races side by side, and counts the winners of each. */
async function race(ids: readonly string[], contenders: readonly Contender[]): Promise<number[]> {
  const waiting = [...ids]
  const winners: number[] = []
  const lane = async () => {
    for (let id = waiting.pop(); id; id = waiting.pop()) {
      const race = id
      const won = await Promise.all(contenders.map((run) => run(race)))
      winners.push(won.filter(Boolean).length)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return winners
}

/** Every history is one chain of legal moves that ends where the row stands; one log entry tells the last. */
async function expectOneHistory(ids: readonly string[]): Promise<Record<string, number>> {
  const rows =
    await root()`select r.id, r.state, r.version, json_agg(json_build_object('verb', e.verb, 'from', nullif(e.from_state, ''),
      'to', e.to_state, 'at', e.at, 'by', e.party, 'channel', e.channel, 'reason', e.reason, 'version', e.version) order by e.id) as events,
      (select count(*)::int from audit.events a where a.object_id = r.id::text and a.outcome = 'done') as logged
    from app.referrals r join app.referral_events e on e.referral_id = r.id where r.id = any(${ids as string[]}) group by r.id`
  const ends: Record<string, number> = {}
  for (const { state, version, events, logged } of rows) {
    const history = (events as (ReferralEvent & { version: number })[]).map((event) => ({
      ...event,
      at: new Date(event.at),
    }))
    expect(historyFault(history)).toBeNull()
    expect(history.map((event) => event.version)).toEqual([1, 2, 3, 4, 5, 6])
    expect([history.at(-1)?.to, version, logged]).toEqual([state, 6, 1])
    ends[String(state)] = (ends[String(state)] ?? 0) + 1
  }
  return ends
}

const withdraw: Move = { verb: 'withdraw-consent', party: 'team', reason: 'OTHER' }
const six = (make: (index: number) => Contender): Contender[] => [0, 1, 2, 3, 4, 5].map(make)
/** Alternating, so that neither side always comes first. */
const mixed = (left: Contender[], right: Contender[]) =>
  left.flatMap((one, index) => [one, right[index] as Contender])

describe(`${RACES} races of twelve people over one referral have exactly one winner each`, () => {
  test.each([
    [
      'six accept, six decline',
      ['ACCEPTED', 'DECLINED'],
      () =>
        mixed(
          six((i) => answering(i, accept)),
          six((i) => answering(6 + i, decline, { decline: 'NO_CAPACITY' })),
        ),
    ],
    [
      'six cancel, six accept',
      ['ACCEPTED', 'CANCELLED'],
      () =>
        mixed(
          six((i) => pressing(i % 2 ? supervisor : lead, cancel, { cancelReason: 'NEED_MET' })),
          six((i) => answering(i, accept)),
        ),
    ],
    [
      'six withdraw the consent, six accept',
      ['ACCEPTED', 'CONSENT_WITHDRAWN'],
      () =>
        mixed(
          six(() => contender(lead, withdraw)),
          six((i) => answering(i, accept)),
        ),
    ],
  ] as const)(
    '%s',
    async (_, possible, contenders) => {
      const ids = await acknowledged()
      const winners = await race(ids, contenders())
      expect(winners).toEqual(Array(RACES).fill(1))
      const ends = await expectOneHistory(ids)
      expect(Object.keys(ends).filter((state) => !(possible as readonly string[]).includes(state))).toEqual(
        [],
      )
      const open = await root()`select r.id from app.referrals r join app.shares s on s.referral_id = r.id
      where r.id = any(${ids}) and r.state = 'CONSENT_WITHDRAWN' and s.ended_at is null`
      expect(open).toEqual([])
    },
    patience,
  )
})

test(
  'withdrawing the consent wins over accepting, before or after it, every time',
  async () => {
    const ids = await acknowledged()
    const codes =
      await root()`select r.id, c.code from app.referrals r join app.cases c on c.id = r.case_id where r.id = any(${ids})`
    const codeOf = new Map(codes.map(({ id, code }) => [String(id), String(code)]))
    const withdrawing: Contender = async (id) => {
      const values = { code: codeOf.get(id) ?? '', withdrawReason: 'NOT_SAID' }
      const params = { id: part(id, 'consent') }
      return (await post(command(withdrawConsent), { as: lead, params, values, json: true })).status === 200
    }
    const accepting = six((i) => answering(i, accept))
    let withdrawals = 0
    for (const id of ids) {
      const [first, second] = await Promise.all([
        withdrawing(id),
        withdrawing(id),
        ...accepting.map((run) => run(id)),
      ])
      withdrawals += Number(first) + Number(second)
    }
    expect(withdrawals).toBe(ids.length)
    const rows =
      await root()`select r.state, array_agg(e.verb order by e.id) as verbs, (select count(*)::int from app.shares s
      where s.referral_id = r.id and s.ended_at is null) as open
    from app.referrals r join app.referral_events e on e.referral_id = r.id and e.version > 5 where r.id = any(${ids}) group by r.id`
    expect(rows.length).toBe(ids.length)
    for (const { state, verbs, open } of rows) {
      expect([state, open]).toEqual(['CONSENT_WITHDRAWN', 0])
      expect(['withdraw-consent', 'accept,withdraw-consent']).toContain((verbs as string[]).join())
    }
  },
  patience,
)
