import type { Sql } from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Person, presenting, sessionOf } from '@/lib/testing/actors'
import { raw } from '@/lib/testing/database'
import { expectedFor } from '@/lib/testing/factories/oracle'
import { buildWorld, type World } from '@/lib/testing/factories/world'

/** How a row of each table is named, so that the oracle can name it without the database. */
const NAMES = {
  'app.cases': 'id::text',
  'app.case_members': "case_id || ' ' || user_id || ' ' || capacity",
  'app.people': 'id::text',
  'app.assistance': 'id::text',
  'app.consents': 'id::text',
  'app.notes': 'id::text',
  'app.alerts': 'id::text',
  'app.own_alerts()': 'id::text',
  'app.referrals': 'id::text',
  'app.referral_events': 'referral_id::text',
  'app.referral_messages': 'id::text',
  'app.verifications': 'referral_id::text',
  'app.shares': 'id::text',
} as const
const KEY_NAME = {
  staff: "coalesce(share_id::text, alert_id::text, case_id || ' ' || compartment)",
  partner: 'share_id::text',
}

async function namesOf(login: Sql, person: Person & { token: string }, table: string): Promise<string[]> {
  const name = table === 'vault.keys' ? KEY_NAME[person.kind] : NAMES[table as keyof typeof NAMES]
  try {
    return await presenting(login, person.token, async (tx) => {
      const [row] = await tx.unsafe(`select coalesce(array_agg(${name}), '{}') as names from ${table}`)
      return row?.names as string[]
    })
  } catch (error) {
    // No right to the table at all is as good as no rows.
    if (error instanceof Error && 'code' in error && error.code === '42501') return []
    throw error
  }
}

/** What is read and should not be, and what should be read and is not. */
function difference(seen: readonly string[], wanted: readonly string[]) {
  const [have, want] = [new Set(seen), new Set(wanted)]
  const leaked = seen.filter((name) => !want.has(name))
  const hidden = wanted.filter((name) => !have.has(name))
  return {
    leaked: leaked.length,
    hidden: hidden.length,
    example: leaked[0] ?? hidden[0],
    twice: seen.length - have.size,
  }
}

let world: World

beforeAll(async () => {
  world = await buildWorld()
})

describe('rows that raw SQL returns', () => {
  test('equal an independent oracle, for every role, office, membership and sensitivity', async () => {
    const logins = { staff: raw('web'), partner: raw('partner') }
    const wrong: unknown[] = []
    let decisions = 0
    for (const person of world.people) {
      const signed = await sessionOf(person)
      const expected = expectedFor(person, world)
      for (const table of [...Object.keys(NAMES), 'vault.keys']) {
        const found = difference(await namesOf(logins[person.kind], signed, table), expected[table] ?? [])
        decisions += 1
        if (found.leaked + found.hidden + found.twice > 0)
          wrong.push({ role: person.role, offices: person.offices, partner: person.partner, table, ...found })
      }
    }
    expect(wrong).toEqual([])
    expect(decisions).toBe(world.people.length * 14)
  })

  test('are some for each role that has work, so that the comparison means something', () => {
    const count = (person: Person) => Object.values(expectedFor(person, world)).flat().length
    for (const person of world.people)
      expect([person.role, count(person) > 0]).toEqual([
        person.role,
        !['IM', 'DPO', 'ADMIN', 'DONOR_VIEW'].includes(person.role) && person.partner !== 'NRC',
      ])
  })
})
