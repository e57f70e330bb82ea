import { beforeAll, describe, expect, test } from 'vitest'
import { REFERRAL_STATES } from '@/lib/casework/referrals/machine/states'
import { as, type SignedIn, sessionOf } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { buildWorld, type World } from '@/lib/testing/factories/world'
import { listReferrals } from './list-referrals'
import { tabs } from './tabs'

let world: World
let people: SignedIn[]

beforeAll(async () => {
  world = await buildWorld()
  const readers = world.people.filter(({ role }) => ['SUPERVISOR', 'SOCIAL_WORKER', 'LAWYER'].includes(role))
  people = await Promise.all(readers.map(sessionOf))
})

const list = (person: SignedIn, query: Record<string, string>) =>
  as(person, async ({ tx, actor }) => (await listReferrals({ tx, actor, t: (key) => key }, query)).view)

/** Every row of a tab, page by page. */
async function walk(person: SignedIn, tab: string): Promise<string[]> {
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const { rows, next } = await list(person, { tab, ...(after && { after }) })
    seen.push(...rows.map(({ id }) => id))
    if (!next) return seen
    after = next
  }
}

describe('the tabs of the referral list', () => {
  test('together hold every referral that row security shows, each once, and say how many', async () => {
    for (const person of people) {
      const visible = await as(person, async ({ tx }) =>
        tx.execute<{ id: string }>('select id from app.referrals'),
      )
      const walked = await Promise.all(tabs.map((tab) => walk(person, tab)))
      expect(walked.flat().toSorted()).toEqual([...visible].map(({ id }) => id).toSorted())
      const { counts } = await list(person, {})
      expect(tabs.map((tab) => counts[tab])).toEqual(walked.map(({ length }) => Math.min(length, 100)))
    }
  })

  test('know every state', async () => {
    const rows = await root()<{ state: string }[]>`select distinct state from app.referrals`
    expect(
      rows.map(({ state }) => state).every((state) => (REFERRAL_STATES as string[]).includes(state)),
    ).toBe(true)
  })
})
