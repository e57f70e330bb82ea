import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type CaseSpec, insertCases } from '@/lib/testing/factories/case-rows'
import { caseworkerDay } from './caseworker-day'
import { supervisorDay } from './supervisor-day'

const id = (n: number) => `55555555-5555-4555-8555-${String(n).padStart(12, '0')}`
let leads: SignedIn[]
let supervisor: SignedIn

const carried = (n: number, lead: SignedIn, state: 'ACCEPTED' | 'SENT' = 'SENT'): CaseSpec => ({
  id: id(n),
  officeId: 'GAO',
  sensitivity: 'S3',
  leadId: lead.id,
  members: [{ userId: lead.id, capacity: 'LEAD' }],
  referrals: [
    {
      id: id(n + 1000),
      partner: 'UNICEF',
      service: 'CP_BIA',
      state,
      sent: true,
      quietDays: 1,
      consentStatus: 'GIVEN',
      sharesEnded: false,
    },
  ],
})

beforeAll(async () => {
  supervisor = await signedIn('SUPERVISOR', 'GAO')
  leads = []
  for (let n = 0; n < 30; n += 1) leads.push(await signedIn('SOCIAL_WORKER', 'GAO'))
  await insertCases([
    ...leads.map((lead, n) => carried(n, lead)),
    ...Array.from({ length: 110 }, (_, n) => carried(100 + n, leads[0] as SignedIn)),
  ])
})

describe('a supervisor’s home', () => {
  test('shows who carries how much a page at a time, everybody once, counted to a hundred', async () => {
    const first = await as(supervisor, (ctx) => supervisorDay(ctx))
    expect(first.people).toHaveLength(25)
    const second = await as(supervisor, (ctx) => supervisorDay(ctx, { team: first.further }))
    expect(second.people).toHaveLength(5)
    expect(second.further).toBeUndefined()
    const open = [...first.people, ...second.people].map((person) => person.open)
    expect(open.toSorted((a, b) => b - a)).toEqual([100, ...Array.from({ length: 29 }, () => 1)])
  })

  test('counts what is with partners to a hundred and no further', async () => {
    const { relay, silent } = await as(supervisor, (ctx) => supervisorDay(ctx))
    expect(Math.max(relay.them, relay.silent)).toBe(100)
    expect(silent.length).toBeLessThanOrEqual(5)
  })

  test('asks two statements, and which cases name the reader once in each', async () => {
    const asked: string[] = []
    await as(supervisor, (ctx) => {
      const execute = (part: SQL) => {
        asked.push(new PgDialect().sqlToQuery(part).sql)
        return ctx.tx.execute(part)
      }
      const tx = new Proxy(ctx.tx, {
        get: (of, name) => (name === 'execute' ? execute : Reflect.get(of, name)),
      })
      return supervisorDay({ ...ctx, tx })
    })
    const named = (text: string) => text.split('access.my_live_case_ids()').length - 1
    expect(asked.map(named)).toEqual([1, 1])
  })

  test('reads a mark that is no mark as the first page', async () => {
    for (const mark of ['x', 'GAO_', "GAO_' or true"]) {
      const { people } = await as(supervisor, (ctx) => supervisorDay(ctx, { team: mark }))
      expect(people).toHaveLength(25)
    }
  })
})

test('a caseworker’s home asks for nothing on a case that has ended', async () => {
  const lead = leads[1] as SignedIn
  await root()`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity, due_at)
    values ('TELL_PERSON', 'referral', ${id(1001)}, ${id(1)}, 'GAO', 'S3', '2014-06-29T08:00:00Z')`
  const kinds = async () => (await as(lead, (ctx) => caseworkerDay(ctx))).due.map(({ kind }) => kind)
  expect(await kinds()).toContain('task-TELL_PERSON')
  await root()`alter table app.cases disable trigger user`
  await root()`update app.cases set state = 'CLOSED', closed_at = clock.casework_now() where id = ${id(1)}`
  await root()`alter table app.cases enable trigger user`
  expect(await kinds()).toEqual([])
})
