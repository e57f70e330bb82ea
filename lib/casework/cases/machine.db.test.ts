import { beforeAll, describe, expect, test } from 'vitest'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { caseStates } from './states'
import { CASE_TRANSITIONS } from './transitions'

const parties = ['team', 'supervisor', 'system'] as const
const verbs = [...new Set(CASE_TRANSITIONS.map(({ verb }) => verb))]
const idOf = (state: string) =>
  `55555555-5555-4555-8555-${String(caseStates.indexOf(state as never)).padStart(12, '0')}`
let lead: SignedIn
let supervisor: SignedIn
let stranger: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  stranger = await signedIn('SUPERVISOR', 'GAO')
  await insertCases(
    caseStates.map((state) => ({
      id: idOf(state),
      officeId: 'MOP',
      sensitivity: 'S3' as const,
      leadId: lead.id,
      members: [{ userId: lead.id, capacity: 'LEAD' as const }],
      referrals: [],
    })),
  )
  await root()`alter table app.cases disable trigger case_moves`
  for (const state of caseStates)
    await root()`update app.cases set state = ${state}, risk = 'LOW', registered_at = case ${state} when 'DRAFT' then null else registered_at end
      where id = ${idOf(state)}`
  const [draft, answer] = [idOf('DRAFT'), crypto.randomUUID()]
  await root()`insert into app.consents (id, case_id, office_id, sensitivity, purpose, status, giver, wording_version, recorded_by,
    key_id, detail) select ${answer}, ${draft}, 'MOP', 'S3', 'CASE_MGMT', 'GIVEN', 'SELF', '2014-2', ${lead.id}, k.id, '' from vault.keys k
    where k.case_id = ${draft} and k.compartment = 'TEAM'`
  await root()`alter table app.cases enable trigger case_moves`
})

type Sql = Parameters<Parameters<typeof presenting>[2]>[0]

/** Every verb × state × state × party that goes through, each taken back at once. */
async function through(run: (work: (tx: Sql) => Promise<void>) => Promise<unknown>, actor: string | null) {
  const seen: string[] = []
  for (const verb of verbs)
    for (const from of caseStates)
      for (const to of caseStates)
        for (const party of parties)
          await run(async (tx) => {
            // A file opens on a yes and ends without one.
            if (verb === 'withdraw-case-consent')
              await tx`update app.consents set status = 'WITHDRAWN', withdrawn_at = clock.casework_now(), version = version + 1
                where case_id = ${idOf(from)} and status = 'GIVEN'`
            const moved =
              await tx`update app.cases set state = ${to}, version = version + 1, last_verb = ${verb},
              last_party = ${party}, last_actor_id = ${actor},
              registered_at = case when state = 'DRAFT' and ${to} = 'OPEN' then clock.casework_now() else registered_at end
              where id = ${idOf(from)} returning id`
            if (moved.length === 1 && from !== to) seen.push(`${verb} ${from} ${to} ${party}`)
            throw new Error('taken back')
          }).catch(() => {})
  return seen.sort()
}
const listed = (who: readonly string[]) =>
  CASE_TRANSITIONS.filter(({ by }) => who.includes(by))
    .map(({ verb, from, to, by }) => `${verb} ${from} ${to} ${by}`)
    .sort()

describe('the case machine', () => {
  test('stands in the database row for row as in the code', async () => {
    const rows = await root()`select verb, from_state, to_state, by_party from app.case_transitions`
    expect(rows.map((row) => Object.values(row).join(' ')).sort()).toEqual(listed(parties))
  })

  test('lets through exactly the moves of the table', async () => {
    const found = await through((work) => root().begin((tx) => work(tx as never)), null)
    expect(found).toEqual(listed(parties))
  })

  test('on the staff login: the lead as the team, the office’s supervisor as supervisor, a stranger not at all', async () => {
    const web = raw('web')
    const as = (who: SignedIn) => through((work) => presenting(web, who.token, work), who.id)
    // A merge needs two people's words first: `endings/merge.db.test.ts`.
    const alone = (party: string) => listed([party]).filter((line) => !/^(undo-)?merge /.test(line))
    expect(await as(lead)).toEqual(alone('team'))
    expect(await as(supervisor)).toEqual(alone('supervisor'))
    expect(await as(stranger)).toEqual([])
  })

  test('writes an event with each move, in the name of who acted, and nobody can write one by hand', async () => {
    await presenting(
      raw('web'),
      lead.token,
      (
        tx,
      ) => tx`update app.cases set state = 'OPEN', version = version + 1, last_verb = 'open', last_party = 'team',
        last_actor_id = ${lead.id}, registered_at = clock.casework_now() where id = ${idOf('DRAFT')}`,
    )
    const events = await root()`select verb, from_state, to_state, actor_id from app.case_events
      where case_id = ${idOf('DRAFT')} order by id`
    expect(events.at(-1)).toEqual({ verb: 'open', from_state: 'DRAFT', to_state: 'OPEN', actor_id: lead.id })
    await expect(
      presenting(
        raw('web'),
        lead.token,
        (tx) => tx`insert into app.case_events (case_id, verb, from_state, to_state, at, party, version)
        values (${idOf('OPEN')}, 'close', 'PENDING_CLOSURE', 'CLOSED', now(), 'supervisor', 9)`,
      ),
    ).rejects.toThrow(/permission/)
  })
})
