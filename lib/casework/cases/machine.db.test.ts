import { beforeAll, describe, expect, test } from 'vitest'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { agencyTakes } from '@/lib/testing/factories/agency-offer'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { caseStates } from './states'
import { CASE_PARTIES, CASE_TRANSITIONS, caseVerbs } from './transitions'

const idOf = (state: string) =>
  `55555555-5555-4555-8555-${String(caseStates.indexOf(state as never)).padStart(12, '0')}`
let lead: SignedIn
let member: SignedIn
let supervisor: SignedIn
let asker: SignedIn
let stranger: SignedIn
let web: ReturnType<typeof raw>

/** A closing that waits, as somebody asked for it. */
const asks = (tx: Sql, state: string, by: string) => tx`
  insert into app.case_closings (id, case_id, office_id, sensitivity, reason, told, evidence, checklist, left_open, asked_by, key_id, words)
  select gen_random_uuid(), k.case_id, 'MOP', 'S3', 'GOALS_MET', 'YES', '{}', '{}', '{}', ${by}, k.id, ''
  from vault.keys k where k.case_id = ${idOf(state)} and k.compartment = 'TEAM'`

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  member = await signedIn('LAWYER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  asker = await signedIn('SUPERVISOR', 'MOP')
  stranger = await signedIn('SUPERVISOR', 'GAO')
  web = raw('web')
  await insertCases(
    caseStates.map((state) => ({
      id: idOf(state),
      officeId: 'MOP',
      sensitivity: 'S3' as const,
      leadId: lead.id,
      members: [
        { userId: lead.id, capacity: 'LEAD' as const },
        { userId: member.id, capacity: 'MEMBER' as const },
      ],
      referrals: [],
    })),
  )
  await root()`alter table app.cases disable trigger case_moves`
  await root()`alter table app.cases disable trigger case_moved`
  for (const state of caseStates)
    await root()`update app.cases set state = ${state}, risk = 'LOW', registered_at = case ${state} when 'DRAFT' then null else registered_at end,
      closure_asked_by = case ${state} when 'PENDING_CLOSURE' then ${asker.id}::uuid end where id = ${idOf(state)}`
  await asks(root() as never, 'PENDING_CLOSURE', asker.id)
  const [draft, answer] = [idOf('DRAFT'), crypto.randomUUID()]
  await root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, recorded_by,
    key_id, detail) select ${answer}, ${draft}, 'MOP', 'S3', 'CASE_MGMT', 'GIVEN', 'SELF', '2014-2', ${lead.id}, k.id, '' from vault.keys k
    where k.case_id = ${draft} and k.compartment = 'TEAM'`
  await agencyTakes(idOf('OPEN'), lead.id)
  await root()`alter table app.cases enable trigger case_moves`
  await root()`alter table app.cases enable trigger case_moved`
})

type Sql = Parameters<Parameters<typeof presenting>[2]>[0]
type Runner = (work: (tx: Sql) => Promise<void>) => Promise<unknown>
type Try = { verb: string; from: string; to: string; party: string; actor: string | null }

/** Everything that a verb needs beside the state, as whoever tries it would write it. */
async function attempt(tx: Sql, { verb, from, to, party, actor }: Try): Promise<boolean> {
  const id = idOf(from)
  // A file opens on a yes and ends without one.
  if (verb === 'withdraw-case-consent')
    await tx`update app.consents set status = 'WITHDRAWN', withdrawn_at = clock.casework_now(), version = version + 1
      where case_id = ${id} and status = 'GIVEN'`
  if (verb === 'ask-closure') await asks(tx, from, actor ?? lead.id)
  if (verb === 'close' || verb === 'return-closure')
    await tx`update app.case_closings set decided = ${verb === 'close' ? 'CLOSED' : 'RETURNED'}, decided_by = ${actor ?? supervisor.id},
      decided_at = clock.casework_now(), comment = case ${verb} when 'close' then null else '\\x01'::bytea end
      where case_id = ${id} and decided is null`
  if (verb === 'hand-out')
    await (actor
      ? tx`select app.note_hand_out(x.id, '{}', '\\x01') from app.case_transfers x where x.case_id = ${id}`
      : tx`update app.case_transfers set state = 'HANDED_OUT', handed_by = ${lead.id}, handed_at = clock.casework_now(), summary = '\\x01'
          where case_id = ${id}`)
  const moved =
    await tx`update app.cases set state = ${to}, version = version + 1, last_verb = ${verb}, last_party = ${party},
    last_actor_id = ${actor ?? lead.id},
    last_reason = case ${verb} when 'hold' then 'COURT' when 'reopen' then 'CAME_BACK' else last_reason end,
    hold_until = case ${verb} when 'hold' then (clock.casework_now())::date + 180 else hold_until end,
    next_due_at = case ${verb} when 'hold' then null else next_due_at end,
    next_due_kind = case ${verb} when 'hold' then null else next_due_kind end,
    retention_class = case when ${verb} in ('close', 'hand-out') then 'STANDARD' else retention_class end,
    erase_on = case when ${verb} in ('close', 'hand-out') then ((clock.casework_now())::date + interval '2 years')::date else erase_on end,
    registered_at = case when state = 'DRAFT' and ${to} = 'OPEN' then clock.casework_now() else registered_at end
    where id = ${id} returning id`
  return moved.length === 1
}

/** Every verb × state × state × party that goes through, each taken back at once. */
async function through(run: Runner, actor: string | null) {
  const seen: string[] = []
  for (const verb of caseVerbs) {
    // An agency's yes waits where it is handed out, and holds nothing else back.
    await root()`update app.case_transfers set state = ${verb === 'hand-out' ? 'ACCEPTED' : 'WITHDRAWN'}`
    for (const from of caseStates)
      for (const to of caseStates)
        for (const party of CASE_PARTIES)
          await run(async (tx) => {
            const went = await attempt(tx, { verb, from, to, party, actor })
            if (went && from !== to) seen.push(`${verb} ${from} ${to} ${party}`)
            throw new Error('taken back')
          }).catch(() => {})
  }
  return seen.sort()
}
const lines = (rows: readonly (typeof CASE_TRANSITIONS)[number][]) =>
  rows.map(({ verb, from, to, by }) => `${verb} ${from} ${to} ${by}`).sort()
const listed = (who: readonly string[]) => lines(CASE_TRANSITIONS.filter(({ by }) => who.includes(by)))
/** A merge needs two people's words first: `endings/merge.db.test.ts`. */
const alone = (who: readonly string[]) => listed(who).filter((line) => !/^(undo-)?merge /.test(line))
const as = (who: SignedIn) => through((work) => presenting(web, who.token, work), who.id)

describe('the case machine', () => {
  test('stands in the database row for row as in the code', async () => {
    const rows = await root()`select verb, from_state, to_state, by_party from app.case_transitions`
    expect(rows.map((row) => Object.values(row).join(' ')).sort()).toEqual(listed(CASE_PARTIES))
  })

  test('lets through exactly the moves of the table', async () => {
    const found = await through((work) => root().begin((tx) => work(tx as never)), null)
    expect(found).toEqual(listed(CASE_PARTIES))
  })

  test('on the staff login, the lead: what is the team’s and what is the lead’s', async () => {
    expect(await as(lead)).toEqual(alone(['team', 'lead']))
  }, 60_000)

  test('a member: what is the team’s, but for opening', async () => {
    expect(await as(member)).toEqual(alone(['team']).filter((line) => !line.startsWith('open ')))
  }, 60_000)

  test('the office’s supervisor: what is a supervisor’s', async () => {
    expect(await as(supervisor)).toEqual(alone(['supervisor']))
  }, 60_000)

  test('whoever asked to close: opening again and handing out, and never the decision', async () => {
    expect(await as(asker)).toEqual(['hand-out OPEN TRANSFERRED supervisor', 'reopen CLOSED OPEN supervisor'])
  }, 60_000)

  test('a stranger: nothing', async () => {
    expect(await as(stranger)).toEqual([])
  }, 60_000)

  test('writes an event with each move, in the name of who acted, and nobody can write one by hand', async () => {
    await presenting(web, lead.token, async (tx) => {
      await attempt(tx, { verb: 'open', from: 'DRAFT', to: 'OPEN', party: 'team', actor: lead.id })
    })
    const events = await root()`select verb, from_state, to_state, actor_id from app.case_events
      where case_id = ${idOf('DRAFT')} order by id`
    expect(events.at(-1)).toEqual({ verb: 'open', from_state: 'DRAFT', to_state: 'OPEN', actor_id: lead.id })
    await expect(
      presenting(
        web,
        lead.token,
        (tx) => tx`insert into app.case_events (case_id, verb, from_state, to_state, at, party, version)
        values (${idOf('OPEN')}, 'close', 'PENDING_CLOSURE', 'CLOSED', now(), 'supervisor', 9)`,
      ),
    ).rejects.toThrow(/permission/)
  })
})
