import { beforeAll, describe, expect, test } from 'vitest'
import { sessionOf } from '@/lib/testing/actors'
import { groupLogin, raw, root } from '@/lib/testing/database'
import { sampled } from '@/lib/testing/sample'
import { addBeside } from '@/lib/testing/writes/beside'
import { type Column, columnsOfTheWork } from '@/lib/testing/writes/columns'
import { type Disagreement, disagreements } from '@/lib/testing/writes/run'
import { triesOf } from '@/lib/testing/writes/tries'
import { buildWriteWorld, type WriteWorld } from '@/lib/testing/writes/world'
import { RULE_ROWS } from '@/scripts/write-rules'

let world: WriteWorld
let columns: Column[]

beforeAll(async () => {
  world = await buildWriteWorld()
  await addBeside(world)
  // Views and pieces of documents hang on no case, and no login writes them: `lib/casework/views/views.db.test` and
  // `lib/casework/documents/documents.db.test` try what keeps them.
  columns = (await columnsOfTheWork()).filter(
    ({ table }) => !['app.case_views', 'app.document_pieces'].includes(table),
  )
})

describe('every write that somebody could try in raw SQL with a valid token', () => {
  test('goes through exactly where the product’s rules, told apart from the policies, say so', async () => {
    const logins = { staff: raw('web'), partner: raw('partner') }
    const [web, partner] = [await groupLogin('web'), await groupLogin('partner')]
    const under = {
      staff: { login: web.login, role: 'relais_web' },
      partner: { login: partner.login, role: 'relais_partner' },
    }
    const wrong: Disagreement[] = []
    const counts = { tries: 0, allowed: 0 }
    for (const [place, person] of Object.entries(world.people)) {
      const tries = sampled(triesOf(world, person, columns))
      const { token } = await sessionOf(person)
      // Every third one under `set role`: who writes is who signed in, whatever role was put on since.
      const part = (under: boolean) => tries.filter((_, index) => (index % 3 === 0) === under)
      const { login, role } = under[person.kind]
      wrong.push(
        ...(await disagreements(logins[person.kind], { name: place, token }, part(false))),
        ...(await disagreements(login, { name: `${place} as ${role}`, token, role }, part(true))),
      )
      counts.tries += tries.length
      counts.allowed += tries.filter(({ expected }) => expected).length
    }
    for (const one of [web, partner]) await one.end()
    console.log(
      `writes tried: ${counts.tries}, of them allowed: ${counts.allowed}, disagreements: ${wrong.length}`,
    )
    expect(
      wrong.map(({ who, label, expected, answer }) => `${who}: ${label}: expected ${expected}, ${answer}`),
    ).toEqual([])
    expect(counts.tries).toBeGreaterThan(1000)
    expect(counts.allowed).toBeGreaterThan(30)
  }, 3_600_000)

  test('follows the list that stands in the code, row for row', async () => {
    const rows = await root()`select tbl, op, verb, party, col, rule, must from app.write_rules`
    const line = (row: readonly unknown[]) => row.join(' ')
    expect(rows.map((row) => line(Object.values(row))).sort()).toEqual(RULE_ROWS.map(line).sort())
  })
})
