import { beforeAll, describe, expect, test } from 'vitest'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { viewReferral } from '@/lib/desks/referral/view-referral'
import { findDraft } from '@/lib/platform/gate/drafts'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { draftIn, post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

async function sent(): Promise<string> {
  const draft = draftReferral()
  await insertCases([ordinaryCase(lead.id, [draft])])
  await walk([draft.id], TO_ACKNOWLEDGED, supervisor.id)
  return draft.id
}

const words = 'Sa tante la reçoit à Sévaré.\nElle préfère attendre.'

describe('"other" says which', () => {
  test('and without words the form comes back asking for them', async () => {
    const id = await sent()
    const answer = await post(cancel, { as: lead, params: { id }, values: { cancelReason: 'OTHER', comment: '' } })
    const draft = await as(lead, ({ tx }) => findDraft(tx, lead.id, 'referral.cancel', draftIn(answer)))
    expect(draft?.errors).toEqual({ comment: 'needed-for-other' })
  })

  test('with words they are kept sealed, and team and supervisor read them beside the event', async () => {
    const id = await sent()
    await post(cancel, { as: lead, params: { id }, values: { cancelReason: 'OTHER', comment: words } })
    const [row] = await root()`select body from app.referral_comments where referral_id = ${id}`
    expect(Buffer.from(row?.body).includes('Sévaré')).toBe(false)
    for (const reader of [lead, supervisor]) {
      const shown = await as(reader, (reading) => viewReferral(reading as never, id, {}))
      if (!('view' in shown)) throw new Error('not shown')
      const event = shown.view?.events.findLast(({ verb }) => verb === 'cancel')
      expect(shown.view?.comments[event?.version ?? 0]).toBe(words)
    }
  })

  test('another office and the partner read no row of it', async () => {
    const elsewhere = await signedIn('SUPERVISOR', 'GAO')
    const seen = await as(elsewhere, ({ tx }) => tx.execute('select 1 from app.referral_comments'))
    expect(seen).toHaveLength(0)
    await expect(raw('partner')`select * from app.referral_comments`).rejects.toThrow(/permission denied/)
  })
})
