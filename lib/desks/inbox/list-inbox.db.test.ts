import { beforeAll, describe, expect, test } from 'vitest'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACCEPTED, TO_ACKNOWLEDGED, TO_SENT } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { listInbox } from './list-inbox'

let all: Sides
let sent: string
let open: string
let serving: string
beforeAll(async () => {
  all = await sides()
  sent = await all.referral(TO_SENT)
  open = await all.referral(TO_ACKNOWLEDGED)
  serving = await all.referral(TO_ACCEPTED)
})

const inbox = async (query: Record<string, string> = {}, who = all.agency) =>
  (await reading(who, (ctx) => listInbox(ctx, query))).view

describe('the inbox of an agency', () => {
  test('opens on what is new and counts each tab as it lists it', async () => {
    const first = await inbox()
    expect(first.tab).toBe('new')
    for (const [tab, ids] of [
      ['new', [sent]],
      ['answer', [open]],
      ['progress', [serving]],
    ] as const) {
      const view = await inbox({ tab })
      expect(view.rows.map(({ id }) => id)).toEqual(ids)
      expect(view.counts[tab]).toBe(ids.length)
    }
  })

  test('says of what nobody opened no more than the need and how urgent it is', async () => {
    const [row] = (await inbox({ tab: 'new' })).rows
    expect(row).toMatchObject({ id: sent, stub: false, facts: {} })
  })

  test('keeps of what we ended its code and state alone, until its copy is deleted', async () => {
    const gone = await all.referral(TO_ACKNOWLEDGED)
    await post(cancel, { as: all.supervisor, params: { id: gone }, values: { cancelReason: 'NEED_MET' } })
    const row = (await inbox({ tab: 'report' })).rows.find(({ id }) => id === gone)
    expect(row).toEqual({
      id: gone,
      code: expect.any(String),
      state: 'CANCELLED',
      deleted: false,
      stub: true,
    })
  })

  test('shows another agency nothing of it', async () => {
    const { rows, counts } = await inbox({}, all.other)
    expect(rows).toEqual([])
    expect(Object.values(counts).every((count) => count === 0)).toBe(true)
  })
})
