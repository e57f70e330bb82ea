import { beforeAll, describe, expect, test } from 'vitest'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACCEPTED, TO_ACKNOWLEDGED, TO_SENT } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { viewReceived } from './view-received'

let all: Sides
beforeAll(async () => {
  all = await sides()
})

const view = (id: string, who = all.agency) => reading(who, (ctx) => viewReceived(ctx, id, {}))

describe('one referral as its partner reads it', () => {
  test('is sealed until somebody opens it, and the log says so', async () => {
    const found = await view(await all.referral(TO_SENT))
    expect(found).toMatchObject({ view: { kind: 'sealed' }, detail: { reads: 'BEFORE_OPENING' } })
    expect(found).not.toHaveProperty('view.facts')
  })

  test('shows its second slip after a yes and not before', async () => {
    const opened = await view(await all.referral(TO_ACKNOWLEDGED))
    expect(opened).toMatchObject({ view: { kind: 'open', details: undefined } })
    const accepted = await view(await all.referral(TO_ACCEPTED))
    expect(accepted).toMatchObject({ view: { kind: 'open', details: {} } })
  })

  test('is a stub once we ended it, and not there for another agency', async () => {
    const id = await all.referral(TO_ACCEPTED)
    await post(cancel, { as: all.supervisor, params: { id }, values: { cancelReason: 'NEED_MET' } })
    const stub = await view(id)
    expect(stub).toMatchObject({ view: { kind: 'stub', state: 'CANCELLED', mayConfirm: true } })
    expect(JSON.stringify(stub)).not.toContain('CP_BIA')
    expect(await view(id, all.other)).toEqual({ missing: { type: 'referral', id } })
  })
})
