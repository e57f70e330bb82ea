import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { addressOf } from '@/lib/platform/db/logins'
import { insertPeople, presenting, type SignedIn, sessionOf } from '@/lib/testing/actors'
import { insertCases } from '@/lib/testing/factories/case-rows'

const PEOPLE = 50
const READS = 2400

async function peopleWithOneCaseEach(): Promise<{ person: SignedIn; caseId: string }[]> {
  const people = await insertPeople(
    Array.from({ length: PEOPLE }, () => ({ role: 'SOCIAL_WORKER' as const, offices: ['MOP'] })),
  )
  const mine = people.map((person) => ({ person, caseId: crypto.randomUUID() }))
  await insertCases(
    mine.map(({ person, caseId }) => ({
      id: caseId,
      officeId: 'MOP',
      sensitivity: 'S3',
      leadId: person.id,
      members: [{ userId: person.id, capacity: 'LEAD' }],
      referrals: [],
    })),
  )
  return Promise.all(mine.map(async ({ person, caseId }) => ({ person: await sessionOf(person), caseId })))
}

describe('four connections shared by fifty people', () => {
  test(`never show one person another’s case, in ${READS} interleaved reads`, async () => {
    const mine = await peopleWithOneCaseEach()
    const pool = postgres(addressOf('web'), { max: 4, onnotice: () => {} })
    let foreign = 0
    let own = 0
    const read = async (turn: number) => {
      const one = mine[(turn * 7) % PEOPLE]
      if (!one) return
      // Every fifth reader fails half-way, as a broken request would.
      const broken = turn % 5 === 0
      const rows = await presenting(pool, one.person.token, async (tx) => {
        const seen = await tx<{ id: string }[]>`select id from app.cases`
        if (broken) await tx`select 1 / 0`
        return seen
      }).catch(() => [])
      own += rows.filter(({ id }) => id === one.caseId).length
      foreign += rows.filter(({ id }) => id !== one.caseId).length
    }
    await Promise.all(Array.from({ length: READS }, (_, turn) => read(turn)))
    const idle = await Promise.all(Array.from({ length: 8 }, () => pool`select id from app.cases`))
    await pool.end()
    expect(foreign).toBe(0)
    expect(own).toBe(READS - READS / 5)
    expect(idle.flat()).toEqual([])
  })

  test('carry no setting of one transaction into the next', async () => {
    const [{ person } = { person: undefined }] = await peopleWithOneCaseEach()
    const pool = postgres(addressOf('web'), { max: 1, onnotice: () => {} })
    await presenting(pool, person?.token ?? '', (tx) => tx`select 1`)
    const [row] = await pool`select current_setting('relais.session', true) as left_over`
    await pool.end()
    expect(row?.left_over ?? '').toBe('')
  })
})
