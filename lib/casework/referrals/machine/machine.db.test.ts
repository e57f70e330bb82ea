import type { Sql } from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase } from '@/lib/testing/factories/walk'
import { transitionsSql } from '@/scripts/write-states'
import { ACTS } from './acts'
import { partnerView, REFERRAL_STATES, type ReferralState, STATES as TRAITS } from './states'
import { MOVES, PARTIES, type Party, REFERRAL_VERBS } from './transitions'

const STATES = REFERRAL_STATES
const sentStates = STATES.filter((state) => TRAITS[state].partner !== 'NOTHING')
const idOf = new Map<ReferralState, string>(STATES.map((state) => [state, crypto.randomUUID()]))

let lead: SignedIn
let supervisor: SignedIn
let agency: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
  const referrals = STATES.map((state) =>
    draftReferral({ id: idOf.get(state) ?? '', state, sent: sentStates.includes(state), quietDays: 1 }),
  )
  await insertCases([ordinaryCase(lead.id, referrals)])
})

type Attempt = readonly [verb: string, from: ReferralState, to: ReferralState]

const EVERYTHING: Attempt[] = [...REFERRAL_VERBS, ...ACTS].flatMap((verb) =>
  STATES.flatMap((from) => STATES.map((to) => [verb, from, to] as const)),
)
/** The moves of the table and the acts; what a login may do beyond its own can only be among them. */
const KNOWN: Attempt[] = [
  ...MOVES.flatMap(({ verb, from, to }) => (from ? [[verb, from, to] as const] : [])),
  ...ACTS.flatMap((act) => STATES.map((state) => [act, state, state] as const)),
]

const literals = (texts: readonly string[]) => texts.map((text) => `'${text}'`).join(', ')

/** Tries each as every party and takes it back; `recorded` comes with a channel of its own, as it must. */
const trying = (attempts: readonly Attempt[], actorId: string | null) => `do $do$
  declare a record; party text; seen text[] := '{}';
  begin
    for a in select * from (values ${attempts
      .map(([verb, from, to]) => `(${literals([verb, from, to, idOf.get(from) ?? ''])}::uuid)`)
      .join(', ')}) as v(verb, origin, target, id) loop
      foreach party in array array[${literals(PARTIES)}] loop
        begin
          update app.referrals set state = a.target, version = version + 1, last_verb = a.verb, last_party = party,
            last_channel = case party when 'recorded' then 'PHONE' else 'APP' end, last_at = clock.casework_now(),
            last_actor_id = ${actorId ? literals([actorId]) : 'null'} where id = a.id;
          if found then raise exception 'taken back' using errcode = 'RL001'; end if;
        exception
          when sqlstate 'RL001' then seen := seen || concat_ws(' ', a.verb, a.origin, a.target, party);
          when check_violation or insufficient_privilege then null;
        end;
      end loop;
    end loop;
    perform set_config('relais.seen', array_to_string(seen, ','), true);
  end $do$`

type Who = { token: string; actorId: string } | undefined

/** Which of the attempts the database lets through on this login, with this token. */
async function letThrough(login: Sql, who: Who, attempts: readonly Attempt[]): Promise<Set<string>> {
  const run = async (tx: Pick<Sql, 'unsafe'>) => {
    await tx.unsafe(trying(attempts, who?.actorId ?? null))
    const [row] = await tx.unsafe("select current_setting('relais.seen') as seen")
    return String(row?.seen).split(',').filter(Boolean)
  }
  return new Set(await (who ? presenting(login, who.token, run) : (login.begin(run) as Promise<string[]>)))
}

const self = (person: SignedIn): Who => ({ token: person.token, actorId: person.id })

/** What the application's own table allows, acts included (they keep the state). */
const listed = (parties: readonly Party[]): Set<string> =>
  new Set([
    ...MOVES.flatMap(({ verb, from, to, by }) =>
      from && parties.includes(by) ? [`${verb} ${from} ${to} ${by}`] : [],
    ),
    ...ACTS.flatMap((act) =>
      STATES.flatMap((state) => parties.map((party) => `${act} ${state} ${state} ${party}`)),
    ),
  ])
const sorted = (set: Iterable<string>) => [...set].sort()

describe('the table of moves', () => {
  test('stands in the database row for row as in the code', async () => {
    const rows = await root()`select verb, from_state, to_state, by_party from app.referral_transitions`
    expect(sorted(rows.map((row) => Object.values(row).join(' ')))).toEqual(
      sorted(MOVES.map(({ verb, from, to, by }) => [verb, from ?? '', to, by].join(' '))),
    )
    expect(transitionsSql().split('\n').length - 1).toBe(rows.length)
  })

  test('cannot be widened by any login', async () => {
    for (const group of ['web', 'partner', 'worker'] as const)
      await expect(
        raw(group)`insert into app.referral_transitions values ('accept', 'DRAFT', 'ACCEPTED', 'partner')`,
      ).rejects.toThrow(/permission denied/)
  })
})

describe('every verb × state × state × party', () => {
  test('is let through exactly when it is in the table', async () => {
    const seen = await Promise.all(
      STATES.map((state) =>
        letThrough(
          root(),
          undefined,
          EVERYTHING.filter(([, from]) => from === state),
        ),
      ),
    )
    expect(sorted(seen.flatMap((set) => [...set]))).toEqual(sorted(listed(PARTIES)))
    expect(EVERYTHING.length * PARTIES.length).toBe(29 * 17 * 17 * 6)
  })

  test('in somebody else’s name, without a session or with another agency’s: never', async () => {
    const other = await signedIn('PARTNER_FP', 'SAVE')
    const posing = { token: lead.token, actorId: supervisor.id }
    expect(await letThrough(raw('web'), posing, KNOWN)).toEqual(new Set())
    expect(await letThrough(raw('web'), undefined, KNOWN)).toEqual(new Set())
    expect(await letThrough(raw('partner'), self(other), KNOWN)).toEqual(new Set())
  })
})

describe('a referral', () => {
  test.each([
    "state = 'ACCEPTED'",
    "reason = 'x'",
    "outcome = 'RECEIVED'",
    'approved_hash = null',
    "facts = '{phone}'",
    'sent_at = now()',
    "last_party = 'partner'",
    "partner_code = 'SAVE'",
  ])('does not change without a new version: %s', async (change) => {
    const id = idOf.get('SENT') ?? ''
    await expect(root().unsafe(`update app.referrals set ${change} where id = '${id}'`)).rejects.toThrow(
      /without a new version/,
    )
  })

  test('may have its cached due date renewed', async () => {
    const [row] =
      await root()`update app.referrals set due_at = now(), due_kind = 'decide' where id = ${idOf.get('SENT') ?? ''} returning version`
    expect(row?.version).toBe(1)
  })

  test('is not started in any state but as a draft, and not in another’s name', async () => {
    const web = raw('web')
    const insert = (state: string, author: string) =>
      presenting(
        web,
        lead.token,
        (tx) => tx`insert into app.referrals (id, case_id, office_id, sensitivity, partner_code, service,
        priority, state, author_id, key_id, last_actor_id) select gen_random_uuid(), case_id, office_id, sensitivity, 'UNICEF', 'CP_BIA',
        'NORMAL', ${state}, ${author}, key_id, ${author} from app.referrals limit 1`,
      )
    for (const state of STATES)
      if (state !== 'DRAFT') await expect(insert(state, lead.id)).rejects.toThrow(/not theirs to write/)
    await expect(insert('DRAFT', supervisor.id)).rejects.toThrow(/not theirs to write/)
    await insert('DRAFT', lead.id)
  })

  test('is never deleted, nor is its history rewritten', async () => {
    for (const [login, token] of [
      [raw('web'), lead.token],
      [raw('partner'), agency.token],
    ] as const)
      for (const change of [
        'delete from app.referrals',
        'delete from app.referral_events',
        "update app.referral_events set verb = 'accept'",
        "insert into app.referral_events (referral_id, verb, from_state, to_state, at, party, channel, version) values (gen_random_uuid(), 'accept', 'SENT', 'ACCEPTED', now(), 'partner', 'APP', 2)",
      ])
        await expect(
          presenting(login, token, (tx) => tx.unsafe(change)),
          change,
        ).rejects.toThrow(/permission denied/)
  })
})

describe('what the partner reads', () => {
  test.each(STATES.map((state) => [state] as const))('in %s is what the states say', async (state) => {
    const id = idOf.get(state) ?? ''
    const seen = await presenting(raw('partner'), agency.token, async (tx) => {
      const referrals = await tx`select id from app.referrals where id = ${id}`
      const stages = await tx`select stage from app.shares where referral_id = ${id} order by stage`
      const keys =
        await tx`select k.id from vault.keys k join app.shares s on s.id = k.share_id where s.referral_id = ${id}`
      return { row: referrals.length === 1, stages: stages.map(({ stage }) => stage), keys: keys.length }
    })
    const share = { sent: sentStates.includes(state), accessEnded: false, days: 1 }
    const view = partnerView(state, share, { settled: 30, after: 30 })
    const wanted = { NOTHING: [], STAGE_1: [1], STAGE_2: [1, 2], STUB: [] }[view]
    expect(seen).toEqual({ row: view !== 'NOTHING', stages: wanted, keys: wanted.length })
  })

  test('ends in the transaction that withdraws the consent, whatever the state', async () => {
    const partner = raw('partner')
    const slips = () => presenting(partner, agency.token, (tx) => tx`select id from app.shares`)
    expect((await slips()).length).toBeGreaterThan(10)
    // The answers alone: no login withdraws them and leaves what rests on them, but the partner's wall needs no more.
    await root()`update app.consents set status = 'WITHDRAWN', withdrawn_at = clock.casework_now(), version = version + 1`
    expect(await slips()).toEqual([])
    expect(await presenting(partner, agency.token, (tx) => tx`select id from vault.keys`)).toEqual([])
    expect(await presenting(partner, agency.token, (tx) => tx`select id from app.referral_messages`)).toEqual(
      [],
    )
  })
})
