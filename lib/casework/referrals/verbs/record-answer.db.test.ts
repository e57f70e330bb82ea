import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { POST as record } from '@/app/api/v1/referrals/[id]/record/route'
import { messagePlace } from '@/lib/base/addresses/referral-places'
import { referralMessages } from '@/lib/platform/db/schema'
import { findDraft } from '@/lib/platform/gate/drafts'
import { openKeys } from '@/lib/platform/vault/keys'
import { unseal } from '@/lib/platform/vault/seal'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { draftIn, post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let id: string

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  const draft = draftReferral()
  id = draft.id
  await insertCases([ordinaryCase(lead.id, [draft])])
  await walk([id], TO_ACKNOWLEDGED, supervisor.id)
})

const words = 'Plus de lits avant lundi.\nRappeler le docteur.'

/** Texts of the thread written by our team in this test, opened with the keys this person may read. */
const thread = () =>
  as(lead, async ({ tx }) => {
    const rows = await tx.select().from(referralMessages).where(eq(referralMessages.authorId, lead.id))
    const ours = rows.filter(({ referralId, party }) => referralId === id && party === 'team')
    const keys = await openKeys(
      tx,
      ours.map(({ keyId }) => keyId),
    )
    return ours.flatMap(({ id: message, keyId, body }) => {
      const key = keys.get(keyId)
      if (!key || body[0] !== 1) return []
      return [unseal(key, messagePlace(message), body).toString('utf8')]
    })
  })

describe('an answer heard by telephone', () => {
  test('that asks something comes back when the question is missing', async () => {
    const answer = await post(record, { as: lead, params: { id }, values: { said: 'ask', channel: 'PHONE' } })
    const draft = await as(lead, ({ tx }) => findDraft(tx, lead.id, 'referral.record', draftIn(answer)))
    expect(draft?.errors).toEqual({ recordMessage: 'required' })
  })

  test('keeps the partner’s words with the refusal, and says whose they were', async () => {
    const values = { said: 'decline', channel: 'PHONE', declineReason: 'NO_CAPACITY', recordMessage: words }
    const answer = await post(record, { as: lead, params: { id }, values })
    expect(answer.headers.get('location')).toBe(`/referrals/${id}?done=record`)
    const texts = await thread()
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain(words)
    expect(texts[0]).toMatch(/UNICEF/)
    const [row] = await root()`select state, reason, last_channel from app.referrals where id = ${id}`
    expect(row).toEqual({ state: 'DECLINED', reason: 'NO_CAPACITY', last_channel: 'PHONE' })
  })
})
