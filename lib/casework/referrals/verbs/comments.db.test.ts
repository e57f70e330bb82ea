import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { commentPlace } from '@/lib/base/addresses/referral-places'
import { referralComments } from '@/lib/platform/db/schema'
import { findDraft } from '@/lib/platform/gate/drafts'
import { openKeys } from '@/lib/platform/vault/keys'
import { unseal } from '@/lib/platform/vault/seal'
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

const readBy = (reader: SignedIn, id: string): Promise<string[]> =>
  as(reader, async ({ tx }) => {
    const rows = await tx.select().from(referralComments).where(eq(referralComments.referralId, id))
    const keys = await openKeys(
      tx,
      rows.map(({ keyId }) => keyId),
    )
    return rows.map(({ keyId, version, body }) => {
      const key = keys.get(keyId)
      return key ? unseal(key, commentPlace(id, version), body).toString('utf8') : ''
    })
  })

const words = 'Sa tante la reçoit à Sévaré.\nElle préfère attendre.'

describe('"other" says which', () => {
  test('and without words the form comes back asking for them', async () => {
    const id = await sent()
    const answer = await post(cancel, {
      as: lead,
      params: { id },
      values: { cancelReason: 'OTHER', comment: '' },
    })
    const draft = await as(lead, ({ tx }) => findDraft(tx, lead.id, 'referral.cancel', draftIn(answer)))
    expect(draft?.errors).toEqual({ comment: 'needed-for-other' })
  })

  test('with words they are kept sealed, and team and supervisor read them beside the event', async () => {
    const id = await sent()
    const values = { cancelReason: 'OTHER', comment: words }
    const done = await post(cancel, { as: lead, params: { id }, values })
    expect(done.headers.get('location')).toBe(`/referrals/${id}?done=cancel`)
    const [row] = await root()`select body from app.referral_comments where referral_id = ${id}`
    expect(Buffer.from(row?.body).includes('Sévaré')).toBe(false)
    for (const reader of [lead, supervisor]) expect(await readBy(reader, id)).toEqual([words])
    const events = await root()`select verb from app.referral_events e join app.referral_comments c
      on c.referral_id = e.referral_id and c.version = e.version where e.referral_id = ${id}`
    expect(events.map(({ verb }) => verb)).toEqual(['cancel'])
  })

  test('another office and the partner read no row of it', async () => {
    const elsewhere = await signedIn('SUPERVISOR', 'GAO')
    const seen = await as(elsewhere, ({ tx }) => tx.execute('select 1 from app.referral_comments'))
    expect(seen).toHaveLength(0)
    await expect(raw('partner')`select * from app.referral_comments`).rejects.toThrow(/permission denied/)
  })
})
