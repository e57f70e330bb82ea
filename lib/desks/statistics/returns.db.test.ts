import { beforeAll, describe, expect, test } from 'vitest'
import { POST as askClosure } from '@/app/api/v1/cases/[code]/ask-closure/route'
import { POST as step } from '@/app/api/v1/cases/[code]/return/step/route'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type Around, around, send, stateOf } from '@/lib/testing/factories/open-case'
import {
  answerTo,
  caseOnPath,
  errorsOf,
  grantApproved,
  grantAsked,
  handOver,
  toGo,
} from '@/lib/testing/factories/return-path'
import { countReturns } from './returns'

let people: Around
let officer: SignedIn
let elsewhere: SignedIn
const counted = (who: SignedIn, query: Record<string, string> = {}) =>
  as(who, async (ctx) => (await countReturns(ctx as never, query)).view)

beforeAll(async () => {
  people = await around()
  officer = await signedIn('IM', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
  const { id, code } = await caseOnPath(people, { ...toGo, returnCountry: 'GIN' })
  await answerTo(people, id, 'GIVEN')
  for (const one of ['FITNESS', 'TRAVEL_DOC', 'EXIT_PAPER', 'TICKET'])
    await send(step, people.lead, code, { step: one, did: 'NOT_NEEDED', onDay: '', stepReason: 'FAMILY' })
  await send(step, people.lead, code, { step: 'DEPARTURE', did: 'DONE', onDay: '30/06/2014' })
  await grantAsked(people)
  const grant = await grantApproved(people)
  expect((await handOver(people, grant, { lineEQUIP: '90000' })).status).toBe(303)
})

describe('returns and grants in numbers', () => {
  test('are counted by country and by kind, and every number opens as many cases', async () => {
    const { countries, kinds } = await counted(people.supervisor)
    expect(countries).toEqual([
      { code: 'GIN', paths: 1, gone: 1, arrived: 0 },
      { code: 'MLI', paths: 2, gone: 0, arrived: 0 },
    ])
    expect(kinds).toEqual([{ code: 'SHOP', grants: 2, approved: 1, delivered: 1, amount: 90_000 }])
    for (const row of countries)
      for (const of of ['paths', 'gone', 'arrived'] as const)
        expect((await counted(people.supervisor, { country: row.code, of })).cases).toHaveLength(row[of])
    for (const of of ['grants', 'approved', 'delivered'] as const)
      expect((await counted(people.supervisor, { kind: 'SHOP', of })).cases).toHaveLength(
        kinds[0]?.[of] ?? -1,
      )
  })

  test('are whole for the information officer, who opens no case, and empty for whoever reaches none', async () => {
    const all = await counted(officer, { country: 'GIN', of: 'paths' })
    const mine = await counted(people.supervisor)
    expect(all.countries.map(({ code, paths, gone }) => ({ code, paths, gone }))).toEqual(
      mine.countries.map(({ code, paths, gone }) => ({ code, paths, gone })),
    )
    expect(all.kinds[0]).toMatchObject({ grants: 2, approved: 1, delivered: 1, amount: 90_000 })
    expect(all.cases).toBeUndefined()
    expect(JSON.stringify(all)).not.toMatch(/MLP-/)
    expect(await counted(elsewhere)).toMatchObject({ countries: [], kinds: [] })
  })

  test('are answered by the database to the information officer alone', async () => {
    for (const who of [people.lead, people.supervisor, elsewhere])
      expect(
        await as(who, async ({ tx }) => [...(await tx.execute('select * from app.count_returns()'))]),
      ).toEqual([])
  })
})

test('a closing says that somebody arrived only once their journey says so', async () => {
  const { id, code } = await caseOnPath(people)
  const [row] = await root()`select version from app.cases where id = ${id}`
  const answer = await send(askClosure, people.lead, code, {
    closureReason: 'REPATRIATED',
    evidence: ['ARRIVAL_CONFIRMED', 'CONTACT_AFTER_7_DAYS'],
    checklist: ['COME_BACK'],
    personTold: 'YES',
    words: '',
    _version: String(row?.version),
  })
  expect(await errorsOf(answer, people.lead, 'case.ask-closure')).toEqual({ evidence: 'not-noted' })
  expect((await stateOf(id))?.state).toBe('OPEN')
})
