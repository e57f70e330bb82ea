import { beforeAll, describe, expect, test } from 'vitest'
import { POST as withdraw } from '@/app/api/v1/consents/[id]/withdraw/route'
import { POST as complete } from '@/app/api/v1/inbox/[id]/complete/route'
import { POST as closeUnserved } from '@/app/api/v1/referrals/[id]/close-unserved/route'
import { POST as rebook } from '@/app/api/v1/referrals/[id]/rebook/route'
import { POST as verify } from '@/app/api/v1/referrals/[id]/verify/route'
import { findDraft } from '@/lib/platform/gate/drafts'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { part } from '@/lib/testing/factories/rows'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { draftIn, type Endpoint, post } from '@/lib/testing/requests'

const RACES = 20
const patience = 120_000
type Steps = Parameters<typeof walk>[1]
const SERVING: Steps = [...TO_ACKNOWLEDGED, ['accept', 'partner']]
const SERVED: Steps = [...SERVING, ['complete', 'partner']]
const ABSENT: Steps = [...SERVING, ['report-not-accessed', 'partner']]

let lead: SignedIn
let colleague: SignedIn
let supervisor: SignedIn
let agency: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  colleague = await signedIn('PSYCHOLOGIST', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
})

type Raced = { id: string; code: string; version: string }
async function standing(steps: Steps): Promise<Raced[]> {
  const drafts = Array.from({ length: RACES }, () => draftReferral())
  const files = drafts.map((draft) => {
    const file = ordinaryCase(lead.id, [draft])
    return { ...file, members: [...file.members, { userId: colleague.id, capacity: 'MEMBER' as const }] }
  })
  await insertCases(files)
  await walk(
    drafts.map(({ id }) => id),
    steps,
    supervisor.id,
  )
  const rows =
    await root()`select r.id, c.code, r.version::text from app.referrals r join app.cases c on c.id = r.case_id
    where r.id = any(${drafts.map(({ id }) => id)})`
  return rows.map(({ id, code, version }) => ({
    id: String(id),
    code: String(code),
    version: String(version),
  }))
}

type Pressed = { who: SignedIn; done: boolean; told: string | undefined }
/** One person's button, from the page as both had it open; what the one who lost reads. */
async function press(
  who: SignedIn,
  form: string,
  raced: Raced,
  send: { endpoint: Endpoint; values: Record<string, string>; id?: string; unversioned?: boolean },
): Promise<Pressed> {
  const { endpoint, values, id = raced.id, unversioned = false } = send
  const version = unversioned ? {} : { _version: raced.version }
  const answer = await post(endpoint, { as: who, params: { id }, values: { ...values, ...version } })
  if (answer.status === 409) return { who, done: false, told: await answer.text() }
  if (answer.status !== 303) throw new Error(`an answer of ${answer.status}`)
  const kept = draftIn(answer)
  if (!kept) return { who, done: true, told: undefined }
  const draft = await as(who, ({ tx }) => findDraft(tx, who.id, form, kept))
  return { who, done: false, told: draft?.since && `${draft.since.by} ${draft.since.at} ${draft.since.now}` }
}

const nameOf = ({ role, offices }: SignedIn) => `${role} ${offices.join('+')}`
/** The move that was made since the page was shown, one and no more. */
const movesOf = async ({ id, version }: Raced) =>
  (
    await root()`select verb from app.referral_events where referral_id = ${id} and version > ${Number(version)} order by id`
  ).map(({ verb }) => String(verb))

async function race(
  raced: Raced[],
  one: (r: Raced) => Promise<Pressed>,
  other: (r: Raced) => Promise<Pressed>,
) {
  const won: Record<string, number> = {}
  for (const [index, r] of raced.entries()) {
    const both = await Promise.all(index % 2 ? [one(r), other(r)] : [other(r), one(r)])
    const [winner, loser] = both[0]?.done ? both : both.toReversed()
    expect([winner?.done, loser?.done]).toEqual([true, false])
    expect(loser?.told, 'who').toContain(nameOf((winner as Pressed).who))
    expect(loser?.told, 'when').toMatch(/2014-06-30|30 juin|30\/0?6/)
    const moves = await movesOf(r)
    expect(moves).toHaveLength(1)
    won[moves[0] ?? ''] = (won[moves[0] ?? ''] ?? 0) + 1
  }
  return won
}

describe(`${RACES} races of two people over what a service came to`, () => {
  const said = { satisfied: 'YES', harm: 'NO', askedOn: '30/06/2014' }
  const asks = (who: SignedIn, values: Record<string, string>) => (r: Raced) =>
    press(who, 'referral.verify', r, { endpoint: verify, values: { ...said, ...values } })

  test(
    'verify and contest: one word of the person stands, the other reads who asked first and when',
    async () => {
      const won = await race(
        await standing(SERVED),
        asks(lead, { received: 'YES' }),
        asks(colleague, { received: 'NO', satisfied: '', wanted: 'CALL_PARTNER' }),
      )
      expect(Object.keys(won).every((verb) => ['verify', 'contest'].includes(verb))).toBe(true)
    },
    patience,
  )

  test(
    'rebook and close without service',
    async () => {
      const won = await race(
        await standing(ABSENT),
        (r) => press(lead, 'referral.rebook', r, { endpoint: rebook, values: { rebookOn: '05/07/2014' } }),
        (r) =>
          press(colleague, 'referral.close-unserved', r, {
            endpoint: closeUnserved,
            values: { unservedReason: 'NO_OTHER_SERVICE', follow: 'DIRECT_HELP' },
          }),
      )
      expect(Object.keys(won).every((verb) => ['rebook', 'close-unserved'].includes(verb))).toBe(true)
    },
    patience,
  )

  test(
    'complete and withdraw: one move, and whichever it was the partner reads nothing afterwards',
    async () => {
      const raced = await standing(SERVING)
      for (const [index, r] of raced.entries()) {
        const ends = () =>
          press(lead, 'consent.withdraw', r, {
            endpoint: withdraw,
            id: part(r.id, 'consent'),
            unversioned: true,
            values: { code: r.code, withdrawReason: 'NOT_SAID' },
          })
        const serves = () =>
          press(agency, 'referral.complete', r, {
            endpoint: complete,
            values: { outcome: 'RECEIVED', servedOn: '30/06/2014' },
          }).catch((error: Error) => ({ who: agency, done: false, told: error.message }))
        const [first, second] = index % 2 ? [ends(), serves()] : [serves(), ends()]
        const [a, b] = await Promise.all([first, second])
        const withdrawn = a.who === lead ? a : b
        const served = a.who === lead ? b : a
        expect(withdrawn.done).toBe(true)
        const moves = await movesOf(r)
        expect(moves).toEqual([served.done ? 'complete' : 'withdraw-consent'])
        // The partner reads that it ended, and no name crosses to it.
        if (!served.done) {
          expect(served.told).toContain('Quelqu’un a agi avant vous')
          expect(served.told).not.toContain(nameOf(lead))
        }
        expect(
          await root()`select from app.shares where referral_id = ${r.id} and ended_at is null`,
        ).toHaveLength(0)
        const [consent] = await root()`select status from app.consents where id = ${part(r.id, 'consent')}`
        expect(consent?.status).toBe('WITHDRAWN')
      }
    },
    patience,
  )
})
