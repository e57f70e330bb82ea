import { beforeAll, describe, expect, test } from 'vitest'
import { takeOver } from '@/lib/casework/cases/take-over'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { type CaseSpec, insertCases } from '@/lib/testing/factories/case-rows'
import { insertTask } from '@/lib/testing/factories/tasks'
import { type WaitingCursor, waitingPage } from './waiting'

const id = (n: number) => `44444444-4444-4444-8444-${String(n).padStart(12, '0')}`
let lead: SignedIn
let one: SignedIn
let other: SignedIn
let deputy: SignedIn

const waiting = (n: number, sensitivity: 'S3' | 'S4', named?: SignedIn): CaseSpec => ({
  id: id(n),
  officeId: 'GAO',
  sensitivity,
  leadId: lead.id,
  members: [
    { userId: lead.id, capacity: 'LEAD' },
    ...(named ? [{ userId: named.id, capacity: 'NAMED_SUPERVISOR' as const }] : []),
  ],
  referrals: [
    {
      id: id(n + 1000),
      partner: 'UNICEF',
      service: 'CP_BIA',
      state: 'PENDING_APPROVAL',
      sent: false,
      quietDays: 1,
      consentStatus: 'GIVEN',
      sharesEnded: false,
    },
  ],
})

const page = (who: SignedIn, size = 500, after?: WaitingCursor) =>
  as(who, (ctx) => waitingPage(ctx, { size, after }))
const rows = async (who: SignedIn) => (await page(who)).rows.map((row) => row.id)

/** Hands a decision to one supervisor, as reassigning does. */
const give = (referral: string, to: SignedIn) =>
  root()`update app.referrals set supervisor_id = ${to.id}, last_verb = 'reassign', version = version + 1 where id = ${referral}`

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'GAO')
  one = await signedIn('SUPERVISOR', 'GAO')
  other = await signedIn('SUPERVISOR', 'GAO')
  deputy = await signedIn('SUPERVISOR', 'BKO')
  await insertCases([
    waiting(1, 'S3'),
    waiting(2, 'S3'),
    waiting(3, 'S4', one),
    ...Array.from({ length: 120 }, (_, n) => waiting(100 + n, 'S3')),
  ])
  await root()`insert into app.staff_functions (person_id, function, region)
    values (${deputy.id}, 'RESTRICTED_DEPUTY', (select region from access.offices where id = 'GAO'))`
})

describe('what waits for a supervisor', () => {
  test('is counted before it is cut into pages, as far as a hundred; the pages go on to the end', async () => {
    const all = await page(one)
    expect(all.counts).toMatchObject({ approve: 100, total: 100 })
    const seen = new Set<string>()
    let after: WaitingCursor | undefined
    for (let pages = 0; pages < 10; pages += 1) {
      const part = await page(one, 50, after)
      expect(part.counts.total).toBe(100)
      for (const row of part.rows) seen.add(row.id)
      after = part.next
      if (!after) break
    }
    expect(seen.size).toBe(123)
  })

  test('says nothing of a restricted case but its code and its limit', async () => {
    const row = (await page(one)).rows.find((item) => item.restricted)
    expect(row).toMatchObject({ id: id(1003), kind: 'approve' })
    for (const said of ['partner', 'service', 'priority', 'sex', 'birthYear', 'place', 'colleague'] as const)
      expect(row?.[said], said).toBeNull()
    expect(await rows(other)).not.toContain(id(1003))
  })

  test('puts harm before everything else, whatever its limit', async () => {
    const due = new Date('2014-08-01T00:00:00Z')
    await insertTask({ kind: 'HARM', subject: { type: 'case', id: id(1) }, due })
    expect((await page(one)).rows[0]).toMatchObject({ kind: 'task', taskKind: 'HARM' })
  })
})

describe('a decision given to one supervisor', () => {
  test('stands in that queue alone while they can make it', async () => {
    await give(id(1001), one)
    expect(await rows(one)).toContain(id(1001))
    expect(await rows(other)).not.toContain(id(1001))
  })

  test('is the office’s again when they are deactivated, or have left the office', async () => {
    const held = await signedIn('SUPERVISOR', 'GAO')
    await give(id(1001), held)
    expect(await rows(other)).not.toContain(id(1001))
    await root()`update access.users set active = false where id = ${held.id}`
    expect(await rows(other)).toContain(id(1001))
    await root()`update access.users set active = true where id = ${held.id}`
    await root()`delete from access.user_offices where user_id = ${held.id}`
    expect(await rows(other)).toContain(id(1001))
  })

  test('is the named supervisor’s when the case is restricted without whoever held it', async () => {
    await give(id(1002), other)
    expect(await rows(one)).not.toContain(id(1002))
    await root()`insert into app.case_members (case_id, user_id, capacity) values (${id(2)}, ${one.id}, 'NAMED_SUPERVISOR')`
    await root()`update app.cases set sensitivity = 'S4' where id = ${id(2)}`
    expect(await rows(one)).toContain(id(1002))
    expect(await rows(other)).not.toContain(id(1002))
  })
})

describe('restricted work that nobody named can do any more', () => {
  test('falls to the region’s deputy, who learns nothing but that it waits, and takes it on by an act', async () => {
    expect(await rows(deputy)).toEqual([])
    await root()`update access.users set active = false where id = ${one.id}`
    const found = (await page(deputy)).rows
    expect(found.map((row) => [row.kind, row.id, row.code])).toEqual([
      ['orphan', id(2), ''],
      ['orphan', id(3), ''],
    ])
    expect(await rows(other)).not.toContain(id(3))
    const taken = await as(deputy, async (ctx) => {
      const orphan = await takeOver.scope(ctx, { id: id(3) }, {})
      return orphan && takeOver.apply(ctx, orphan, {})
    })
    expect(taken).toMatchObject({ id: expect.stringMatching(/^MLP-/) })
    const after = (await page(deputy)).rows
    expect(after.map((row) => [row.kind, row.id])).toEqual(
      expect.arrayContaining([
        ['approve', id(1003)],
        ['orphan', id(2)],
      ]),
    )
  })

  test('cannot be taken by anybody else, nor while somebody named can decide', async () => {
    const attempt = (who: SignedIn, caseId: string) =>
      as(who, async (ctx) => (await takeOver.scope(ctx, { id: caseId }, {})) ?? 'nothing')
    expect(await attempt(other, id(2))).toBe('nothing')
    await root()`update access.users set active = true where id = ${one.id}`
    expect(await attempt(deputy, id(2))).toBe('nothing')
    const forced = await as(other, async ({ tx }) =>
      tx.execute<{ code: string | null }>(`select app.take_over('${id(2)}') as code`),
    )
    expect(forced[0]?.code).toBeNull()
  })
})
