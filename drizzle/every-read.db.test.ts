import { beforeAll, describe, expect, test } from 'vitest'
import { sessionOf } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { readsOf } from '@/lib/testing/reads/tries'
import { sampled } from '@/lib/testing/sample'
import { addBeside, type Beside } from '@/lib/testing/writes/beside'
import { type Column, columnsOfTheWork } from '@/lib/testing/writes/columns'
import { type Disagreement, disagreements } from '@/lib/testing/writes/run'
import { buildWriteWorld, type WriteWorld } from '@/lib/testing/writes/world'

/**
 * What nobody but whoever wrote it reads, by its policy: the sealed forms and files on their way of one person, and the keys of
 * their own requests; and the notices that somebody was told, while what they are about may be read (notices/holds);
 * and who at an agency has a referral in hand, which one function alone says (verbs/take-in-hand).
 */
const OWN_ALONE = ['app.drafts', 'app.notices', 'app.receiving_hands', 'app.spent_keys', 'app.uploads']

let world: WriteWorld
let beside: Beside
let columns: Column[]

beforeAll(async () => {
  world = await buildWriteWorld()
  beside = await addBeside(world)
  // What the person says of each service: the world of writes leaves it to its tries.
  await root()`insert into app.verifications (referral_id, received, satisfied, asked_on, asked_by, key_id, note)
    select id, 'YES', 'YES', date '2014-06-20', author_id, key_id, '' from app.referrals`
  columns = await columnsOfTheWork()
})

describe('every column of every row that somebody could ask for in raw SQL with a valid token', () => {
  test('is read exactly where the product’s rules, told apart from the policies, say so', async () => {
    const logins = { staff: raw('web'), partner: raw('partner') }
    const wrong: Disagreement[] = []
    const counts = { tries: 0, allowed: 0 }
    for (const [place, person] of Object.entries(world.people)) {
      const tries = sampled(readsOf({ world, beside }, person, columns))
      const { token } = await sessionOf(person)
      wrong.push(...(await disagreements(logins[person.kind], { name: place, token }, tries)))
      counts.tries += tries.length
      counts.allowed += tries.filter(({ expected }) => expected).length
    }
    console.log(
      `reads tried: ${counts.tries}, of them allowed: ${counts.allowed}, disagreements: ${wrong.length}`,
    )
    expect(
      wrong.map(({ who, label, expected, answer }) => `${who}: ${label}: expected ${expected}, ${answer}`),
    ).toEqual([])
    expect(counts.tries).toBeGreaterThan(5000)
    expect(counts.allowed).toBeGreaterThan(1000)
  }, 3_600_000)

  test('asks for every table that hangs on a case, an alert or a person of ours', async () => {
    const asked = new Set(
      readsOf({ world, beside }, world.people.lead, columns).map(({ sql }) => /from (\S+)/.exec(sql)?.[1]),
    )
    const hanging = await root()`select distinct c.oid::regclass::text as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('app', 'vault')
      join pg_attribute a on a.attrelid = c.oid
        and a.attname in ('case_id', 'referral_id', 'alert_id', 'consent_id', 'share_id', 'user_id', 'owner_id', 'person_id')
      where c.relkind = 'r'`
    const left = hanging.map(({ name }) => String(name)).filter((name) => !asked.has(name))
    expect(left.sort()).toEqual(OWN_ALONE)
  })
})
