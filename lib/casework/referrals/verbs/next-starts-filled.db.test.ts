import { beforeAll, expect, test } from 'vitest'
import { draftPlace, type ReferralDraft } from '@/lib/base/addresses/referral-places'
import { command } from '@/lib/platform/gate/command'
import { unwrap } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { readyDraft } from '@/lib/testing/factories/ready-draft'
import { errorsOf } from '@/lib/testing/factories/return-path'
import { post } from '@/lib/testing/requests'
import { cancelReferral } from './cancel-referral'
import { startReferral } from './start-referral'

let lead: SignedIn
let before: Awaited<ReturnType<typeof readyDraft>>
let entry: string

const yes = {
  answer: 'GIVEN',
  giver: 'SELF',
  mode: 'VERBAL_PHONE',
  language: 'ses',
}
const start = (values: Record<string, string>) =>
  post(command(startReferral), { as: lead, params: { code: before.code }, values: { ...yes, ...values } })

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  before = await readyDraft(lead.id, { ...yes, witness: '', caregiver: '', capacity: '', danger: '' })
  const [row] =
    await root()`select d.id from app.directory_entries d join app.partners p on p.code = d.partner_code
    where d.service = 'CP_BIA' and d.office_id = 'MOP' and d.partner_code <> 'UNICEF' and d.state = 'OPEN'
      and p.agreement_from is not null limit 1`
  entry = String(row?.id)
})

const idOf = (location: string | null) => String(/[0-9a-f]{8}-[0-9a-f-]{27}/.exec(location ?? '')?.[0])

async function draftOf(id: string) {
  const [row] =
    await root()`select r.*, v.wrapped from app.referrals r join vault.keys v on v.id = r.key_id where r.id = ${id}`
  const key = unwrap({ id: String(row?.key_id), wrapped: row?.wrapped })
  return { row, words: unsealJson<ReferralDraft>(key, draftPlace(id), row?.draft) }
}

test('the next one takes need, urgency and facts along, and the new answer alone', async () => {
  const answer = await start({ service: 'CP_BIA', previous: before.id, entry })
  const location = answer.headers.get('location')
  expect([answer.status, location]).toEqual([303, expect.stringMatching(/check$/)])
  const { row, words } = await draftOf(idOf(location))
  const [old] = await root()`select facts, priority from app.referrals where id = ${before.id}`
  expect(row).toMatchObject({
    state: 'DRAFT',
    previous_id: before.id,
    entry_id: entry,
    facts: old?.facts,
    priority: old?.priority,
    consent_id: null,
  })
  expect(words).toMatchObject({ reasonText: 'besoin', consent: { answer: 'GIVEN', mode: 'VERBAL_PHONE' } })
  expect(words.contactAgreed).toBeUndefined()
})

test('without a chosen provider page 2 still asks', async () => {
  const unchosen = await start({ service: 'CP_BIA', previous: before.id })
  expect(unchosen.headers.get('location')).toMatch(/\/service$/)
  expect((await draftOf(idOf(unchosen.headers.get('location')))).words.reasonText).toBe('')
})

test('what is no referral of this case is followed by nothing', async () => {
  const stranger = await readyDraft(lead.id, undefined)
  const answer = await start({ service: 'CP_BIA', previous: stranger.id, entry })
  expect(answer.headers.get('location')).toContain('draft=')
})

test('“already asked” is true only of a partner for whom it was asked', async () => {
  const asked = {
    service: 'CP_BIA',
    previous: before.id,
    answer: 'EXISTING',
    mode: '',
    giver: '',
    language: '',
  }
  const answer = await start({ ...asked, entry })
  expect(await errorsOf(answer, lead, 'referral.start')).toEqual({ answer: 'not-asked' })
  expect((await start(asked)).headers.get('location')).toMatch(/\/service$/)
})

const next = async (values: Record<string, string>) =>
  errorsOf(await start({ service: 'CP_BIA', previous: before.id, ...values }), lead, 'referral.start')

test('nobody who was tried in vain for this need is asked again, whatever is posted', async () => {
  const [own] = await root()`select entry_id from app.referrals where id = ${before.id}`
  // Still with them: not asked twice.
  expect(await next({ entry: String(own?.entry_id) })).toEqual({ entry: 'tried' })
})

test('one that was stopped for want of an answer is followed by a filled one', async () => {
  const stopped = await readyDraft(lead.id, { ...yes, witness: '', caregiver: '', capacity: '', danger: '' })
  const cancelled = await post(command(cancelReferral), {
    as: lead,
    params: { id: stopped.id },
    values: { _version: '1', cancelReason: 'NO_ANSWER', comment: '' },
  })
  expect(cancelled.headers.get('location')).toMatch(/done=cancel/)
  const at = { as: lead, params: { code: stopped.code } }
  const values = { ...yes, service: 'CP_BIA', previous: stopped.id }
  const [own] = await root()`select entry_id from app.referrals where id = ${stopped.id}`
  const again = await post(command(startReferral), {
    ...at,
    values: { ...values, entry: String(own?.entry_id) },
  })
  expect(await errorsOf(again, lead, 'referral.start')).toEqual({ entry: 'tried' })
  const other = await post(command(startReferral), { ...at, values: { ...values, entry } })
  expect(other.headers.get('location')).toMatch(/check$/)
  expect((await draftOf(idOf(other.headers.get('location')))).words.reasonText).toBe('besoin')
})

test('without an earlier one as well nobody is begun with who has it already or said no', async () => {
  const [own] = await root()`select entry_id from app.referrals where id = ${before.id}`
  const again = await start({ service: 'CP_BIA', entry: String(own?.entry_id) })
  expect(again.headers.get('location')).toMatch(/\/service$/)
  const { row } = await draftOf(idOf(again.headers.get('location')))
  expect([row?.entry_id, row?.partner_code === 'UNICEF']).toEqual([null, false])
})
