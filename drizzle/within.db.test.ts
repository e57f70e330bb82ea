import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { within as alerts } from '@/lib/casework/alerts/within'
import { within as assistance } from '@/lib/casework/assistance/within'
import { within as cases } from '@/lib/casework/cases/within'
import { within as consents } from '@/lib/casework/consents/within'
import { within as notes } from '@/lib/casework/notes/within'
import { within as people } from '@/lib/casework/people/within'
import { within as referrals } from '@/lib/casework/referrals/reach/within'
import type { Actor } from '@/lib/platform/access/actor'
import type { Person } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { expectedFor } from '@/lib/testing/factories/oracle'
import { buildWorld, type World } from '@/lib/testing/factories/world'

/** The first wall, noun by noun. */
const WALL: Readonly<Record<string, (actor: Actor) => SQL | undefined>> = {
  'app.cases': cases,
  'app.people': people,
  'app.consents': consents,
  'app.assistance': assistance,
  'app.notes': notes,
  'app.alerts': alerts,
  'app.referrals': referrals,
}

let world: World
beforeAll(async () => {
  world = await buildWorld()
})

const actorOf = ({ id, role, offices, partner }: Person): Actor => ({
  userId: id,
  sessionId: '',
  name: '',
  role,
  partner,
  offices,
  locale: 'fr',
  now: new Date('2014-06-30T09:00:00Z'),
})

/** Stands for the function that knows a partner's base by its session: nobody's session is presented here. */
const baseOf = ({ base }: Person) =>
  base ? `'{${base.join(',')}}'::text[]` : 'array(select id from access.offices)'

/** What the application’s predicate lets through where no row security stands behind it. */
async function letThrough(person: Person, table: string): Promise<string[]> {
  const { sql, params } = new PgDialect().sqlToQuery(WALL[table]?.(actorOf(person)) as SQL)
  const where = sql.replace('array(select access.base_offices())', baseOf(person))
  const rows = await root().unsafe(`select id::text from ${table} where ${where}`, params as string[])
  return rows.map(({ id }) => String(id)).sort()
}

describe('the application’s own wall, with no row security behind it', () => {
  test.each(Object.keys(WALL))(
    'shows of %s what the product’s rules show, to everybody of ours',
    async (table) => {
      for (const person of world.people.filter(({ kind }) => kind === 'staff')) {
        const wanted = [...(expectedFor(person, world)[table] ?? [])].sort()
        const seen = await letThrough(person, table)
        expect([person.role, person.offices, seen]).toEqual([person.role, person.offices, wanted])
      }
    },
  )

  test('shows a partner what was sent to its agency for its base, and nothing of anybody else’s', async () => {
    const placed = world.cases.flatMap(({ referrals, officeId }) =>
      referrals.map((referral) => ({ referral, officeId })),
    )
    for (const person of world.people.filter(({ kind }) => kind === 'partner')) {
      const its = placed.filter(
        ({ referral: { partner, sent }, officeId }) =>
          partner === person.partner && sent && (person.base?.includes(officeId) ?? true),
      )
      expect(await letThrough(person, 'app.referrals')).toEqual(its.map(({ referral }) => referral.id).sort())
    }
  })
})
