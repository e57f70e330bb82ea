import { beforeAll, describe, expect, test } from 'vitest'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { POST as notAccessed } from '@/app/api/v1/referrals/[id]/report-not-accessed/route'
import { presenting } from '@/lib/testing/actors'
import { raw } from '@/lib/testing/database'
import { type Sides, sides } from '@/lib/testing/factories/sides'
import { TO_ACCEPTED, TO_ACKNOWLEDGED, TO_NOT_ACCESSED, TO_SENT } from '@/lib/testing/factories/walk'
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

  test('says that it was not obtained, and never why the person told the team: not on the page, not in the database', async () => {
    const id = await all.referral(TO_ACCEPTED)
    const values = { notAccessedReason: 'TURNED_AWAY' }
    const answer = await post(notAccessed, { as: all.lead, params: { id }, values })
    expect(answer.headers.get('location')).toContain('done=')
    const found = await view(id)
    expect(found).toMatchObject({ view: { kind: 'open', state: 'NOT_ACCESSED' } })
    expect(JSON.stringify(found)).not.toContain('TURNED_AWAY')
    const [login, token] = [raw('partner'), all.agency.token]
    await expect(
      presenting(login, token, (tx) => tx`select reason from app.referral_events where referral_id = ${id}`),
    ).rejects.toThrow(/permission denied/)
    const rows = await presenting(
      login,
      token,
      (tx) =>
        tx`select their_reason from app.referral_events where referral_id = ${id} and their_reason is not null`,
    )
    expect(rows).toEqual([])
  })

  test('keeps the reason that was its own word', async () => {
    const found = await view(await all.referral(TO_NOT_ACCESSED))
    const events = 'view' in found && found.view?.kind === 'open' ? found.view.events : []
    expect(events.find(({ verb }) => verb === 'report-not-accessed')?.reason).not.toBeNull()
  })
})
