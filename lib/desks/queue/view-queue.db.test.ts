import { beforeAll, describe, expect, test } from 'vitest'
import { signedIn } from '@/lib/testing/actors'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_WAITING } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { viewQueue } from './view-queue'

let all: Sides
let id: string
beforeAll(async () => {
  all = await sides()
  id = await all.referral(TO_WAITING)
})

const queue = (query: Record<string, string>, who = all.supervisor) =>
  reading(who, (ctx) => viewQueue(ctx, query))

describe('the queue of a supervisor', () => {
  test('lists what waits and opens nothing that nobody opened', async () => {
    const { view, subject } = await queue({})
    expect(view.rows.map((row) => row.id)).toContain(id)
    expect(view.panel).toBeUndefined()
    expect(subject).toEqual({ type: 'queue', id: '', caseId: null })
  })

  test('opens one item beside the list, and the log says which case', async () => {
    const { view, subject, detail } = await queue({ item: id })
    expect(view.panel).toMatchObject({
      id,
      state: 'PENDING_APPROVAL',
      verbs: expect.arrayContaining(['approve', 'return']),
    })
    expect(subject).toMatchObject({ type: 'referral', id })
    expect(detail.shown).toBe('item')
  })

  test('a tab holds its kind alone, and says what was just decided there', async () => {
    const { view } = await queue({ kind: 'approve', returned: id })
    expect(new Set(view.rows.map(({ kind }) => kind))).toEqual(new Set(['approve']))
    expect(view.tab).toBe('approve')
    expect(view.decided).toMatchObject({ what: 'returned', id })
  })

  test('shows nothing of another office, by its address either', async () => {
    const elsewhere = await signedIn('SUPERVISOR', 'GAO')
    const { view } = await queue({ item: id }, elsewhere)
    expect(view.rows).toEqual([])
    expect(view.panel).toBeUndefined()
  })
})
