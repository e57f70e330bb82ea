import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { command } from '@/lib/platform/gate/command'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { post } from '@/lib/testing/requests'
import { closeUnserved } from './close-unserved'
import { completeService } from './complete-service'
import { rebookService } from './partner-rebook'
import { rebookReferral } from './rebook-referral'
import { reportHarm } from './report-harm'
import { settleHarm } from './settle-harm'
import { tellPartner } from './tell-partner'
import { verifyReferral } from './verify-referral'

const SERVED = [...TO_ACKNOWLEDGED, ['accept', 'partner'], ['complete', 'partner']] as const
const MISSED = [...TO_ACKNOWLEDGED, ['accept', 'partner'], ['report-not-accessed', 'partner']] as const
const NO = { received: 'NO', wanted: 'CALL_PARTNER', harm: 'NO', askedOn: '2014-06-30', note: 'nothing came' }
const YES = { received: 'YES', satisfied: 'YES', harm: 'NO', askedOn: '2014-06-30' }

let lead: SignedIn
let supervisor: SignedIn
let agency: SignedIn
let id: string

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
})

async function begin(steps: Parameters<typeof walk>[1]): Promise<void> {
  const draft = draftReferral()
  await insertCases([ordinaryCase(lead.id, [draft])])
  await walk([draft.id], steps, supervisor.id)
  id = draft.id
}

type Endpoint = ReturnType<typeof command>
const send = async (who: SignedIn, endpoint: Endpoint, values: Record<string, string>): Promise<number> =>
  (await post(endpoint, { as: who, params: { id }, values, json: true })).status
const row = async () => (await root()`select * from app.referrals where id = ${id}`)[0]
const tasks = async () =>
  (await root()`select kind, state from app.tasks where subject_id = ${id} order by kind`).map(
    ({ kind, state }) => `${kind} ${state}`,
  )
/** What the partner's login reads of it, in raw SQL. */
const partnerSees = () =>
  presenting(raw('partner'), agency.token, async (tx) => {
    const [seen] = await tx`select partner_state, partner_due_kind from app.referrals where id = ${id}`
    const events = await tx`select verb from app.referral_events where referral_id = ${id} order by id`
    return { state: seen?.partner_state, due: seen?.partner_due_kind, verbs: events.map(({ verb }) => verb) }
  })

describe('the person says no', () => {
  beforeEach(() => begin(SERVED))

  test('nothing is confirmed, the team has a task with a clock, the partner reads "not confirmed"', async () => {
    expect(await send(lead, command(verifyReferral), NO)).toBe(200)
    expect(await row()).toMatchObject({ state: 'CONTESTED', ended_at: null, due_kind: 'follow-on' })
    expect(await tasks()).toEqual(['NOT_CONFIRMED OPEN'])
    expect(await partnerSees()).toMatchObject({ state: 'CONTESTED' })
    const words = await root()`select received, wanted, harm from app.verifications
      where referral_id = ${id} order by id desc limit 1`
    expect(words).toEqual([{ received: 'NO', wanted: 'CALL_PARTNER', harm: null }])
  })

  test('the team reads their words, the supervisor only that it was contested, in raw SQL too', async () => {
    await send(lead, command(verifyReferral), { ...NO, satisfied: 'NO', note: 'they asked me to pay' })
    const rows = (who: SignedIn) =>
      presenting(
        raw('web'),
        who.token,
        (tx) => tx`select id from app.verifications where referral_id = ${id}`,
      )
    expect((await rows(lead)).length).toBeGreaterThan(0)
    expect(await rows(supervisor)).toHaveLength(0)
    const seen = (who: SignedIn) =>
      presenting(raw('web'), who.token, (tx) => tx`select state from app.referrals where id = ${id}`)
    expect(await seen(supervisor)).toEqual([{ state: 'CONTESTED' }])
  })

  test('the answer asks what they want, and takes nothing back of it', async () => {
    expect(await send(lead, command(verifyReferral), { ...NO, wanted: '' })).toBe(422)
    expect(await send(lead, command(verifyReferral), { ...YES, untold: 'INQUIRY' })).toBe(422)
    expect(await row()).toMatchObject({ state: 'COMPLETED' })
  })

  test('the partner reports again, the team asks again, and only a yes confirms', async () => {
    await send(lead, command(verifyReferral), NO)
    const again = { outcome: 'PARTLY', servedOn: '2014-06-30' }
    expect(await send(agency, command(completeService), again)).toBe(200)
    expect(await row()).toMatchObject({ state: 'COMPLETED', due_kind: 'verify' })
    expect(await send(lead, command(verifyReferral), YES)).toBe(200)
    expect(await row()).toMatchObject({ state: 'VERIFIED' })
    expect(await tasks()).toEqual(['NOT_CONFIRMED DONE'])
    const asked = await root()`select received from app.verifications where referral_id = ${id} order by id`
    expect(asked.map(({ received }) => received).slice(-2)).toEqual(['NO', 'YES'])
  })

  test('a second no moves nothing; closing without the service says why and what follows', async () => {
    await send(lead, command(verifyReferral), NO)
    expect(await send(lead, command(verifyReferral), NO)).toBe(422)
    const close = { unservedReason: 'NO_OTHER_SERVICE', follow: 'DIRECT_HELP' }
    expect(await send(supervisor, command(closeUnserved), close)).toBe(403)
    expect(await send(lead, command(closeUnserved), close)).toBe(200)
    expect(await row()).toMatchObject({ state: 'CLOSED_UNSERVED', unserved_follow: 'DIRECT_HELP' })
    expect(await tasks()).toEqual(['NOT_CONFIRMED DONE', 'PROMISED OPEN'])
  })

  test('kept from the partner with a reason, it reads what it read before, in raw SQL too', async () => {
    const before = await partnerSees()
    await send(lead, command(verifyReferral), { ...NO, untold: 'DANGER_FROM_PARTNER' })
    expect(await row()).toMatchObject({ state: 'CONTESTED', untold: 'DANGER_FROM_PARTNER' })
    expect(await partnerSees()).toEqual({ ...before, due: null })
    expect(
      await send(agency, command(completeService), { outcome: 'RECEIVED', servedOn: '2014-06-30' }),
    ).toBe(409)
    const forced = presenting(
      raw('partner'),
      agency.token,
      (tx) => tx`update app.referrals set state = 'COMPLETED', version = version + 1, last_verb = 'complete',
        last_party = 'partner', last_channel = 'APP', last_actor_id = ${agency.id},
        last_at = clock.casework_now() where id = ${id}`,
    )
    await expect(forced).rejects.toThrow(/is not theirs to write so/)
    expect(await send(lead, command(tellPartner), {})).toBe(200)
    expect(await partnerSees()).toMatchObject({ state: 'CONTESTED', due: 'follow-on' })
  })

  test('the partner never reads that the person spoke, nor a word of it', async () => {
    await send(lead, command(verifyReferral), NO)
    for (const table of ['app.verifications', 'app.harm_reports', 'app.tasks', 'app.psea_reports'])
      await expect(
        presenting(raw('partner'), agency.token, (tx) => tx.unsafe(`select * from ${table}`)),
      ).rejects.toThrow(/permission denied/)
  })
})

describe('a service that was not obtained', () => {
  beforeEach(() => begin(MISSED))

  test('gets a new date from the team while the consent stands, and a task to tell the person', async () => {
    expect(await send(lead, command(rebookReferral), { rebookOn: '2014-06-29' })).toBe(422)
    expect(await send(lead, command(rebookReferral), { rebookOn: '2014-07-03' })).toBe(200)
    expect(await row()).toMatchObject({ state: 'ACCEPTED', due_kind: 'feedback', outcome: null })
    expect(await tasks()).toEqual(['TELL_PERSON OPEN'])
  })

  test('gets one from the partner', async () => {
    expect(await send(agency, command(rebookService), { bookedOn: '2014-07-03' })).toBe(200)
    expect(await row()).toMatchObject({ state: 'ACCEPTED' })
    expect(await tasks()).toEqual(['TELL_PERSON OPEN'])
  })

  test('gets none once the consent has run out, by page or by raw SQL', async () => {
    await root()`update app.consents c set expires_on = '2014-06-29' from app.referrals r
      where r.id = ${id} and c.id = r.consent_id`
    expect(await send(lead, command(rebookReferral), { rebookOn: '2014-07-03' })).toBe(409)
    expect(await send(agency, command(rebookService), { bookedOn: '2014-07-03' })).toBe(409)
    const forced = presenting(
      raw('web'),
      lead.token,
      (tx) => tx`update app.referrals set state = 'ACCEPTED', version = version + 1, last_verb = 'rebook',
        last_party = 'team', last_channel = 'APP', last_actor_id = ${lead.id}, last_at = clock.casework_now(),
        expected_on = '2014-07-03', due_at = clock.casework_now(), due_kind = 'feedback'
        where id = ${id}`,
    )
    await expect(forced).rejects.toThrow(/no longer stands/)
  })

  test('may still turn out to be received', async () => {
    expect(await send(lead, command(verifyReferral), { ...YES, received: 'PARTLY' })).toBe(200)
    expect(await row()).toMatchObject({ state: 'VERIFIED' })
  })
})

describe('harm', () => {
  beforeEach(() => begin(SERVED))

  test.each([
    ['VIOLENCE', 1],
    ['MONEY_ASKED', 24],
    ['HUMILIATION', 72],
  ])('%s is heard by the supervisors within %i hours and changes nothing else', async (kind, hours) => {
    const before = await row()
    expect(await send(lead, command(reportHarm), { kind, words: 'as she said it' })).toBe(200)
    const [report] = await root()`select extract(epoch from due_at - reported_at) / 3600 as hours,
      reported_by, words from app.harm_reports where referral_id = ${id}`
    expect(Number(report?.hours)).toBe(hours)
    expect(report?.words.toString('utf8')).not.toContain('she said')
    expect(await tasks()).toEqual(['HARM OPEN'])
    expect(await row()).toEqual(before)
  })

  test('said with a yes stays confirmed, and is settled by a supervisor, once', async () => {
    const said = { ...YES, harm: 'MONEY_ASKED', harmWords: '5000' }
    expect(await send(lead, command(verifyReferral), said)).toBe(200)
    expect(await row()).toMatchObject({ state: 'VERIFIED' })
    const [report] = await root()`select id from app.harm_reports where referral_id = ${id}`
    const settle = { report: String(report?.id), action: 'PARTNER_TALKED' }
    expect(await send(lead, command(settleHarm), settle)).toBe(403)
    expect(await send(supervisor, command(settleHarm), settle)).toBe(200)
    expect(await send(supervisor, command(settleHarm), settle)).toBe(409)
    expect(await tasks()).toEqual(['HARM DONE'])
  })

  test('is not reported by somebody outside the team, nor in another’s name or at another time', async () => {
    const other = await signedIn('SOCIAL_WORKER', 'MOP')
    expect(await send(other, command(reportHarm), { kind: 'OTHER' })).toBe(404)
    expect(await send(supervisor, command(reportHarm), { kind: 'OTHER' })).toBe(403)
    const forged = (more: string, values: string) =>
      presenting(raw('web'), lead.token, (tx) =>
        tx.unsafe(`insert into app.harm_reports (id, referral_id, case_id, office_id, sensitivity, kind, reported_by ${more})
          select gen_random_uuid(), id, case_id, office_id, sensitivity, 'OTHER', ${values} from app.referrals where id = '${id}'`),
      )
    await expect(forged('', `'${supervisor.id}'`)).rejects.toThrow(/row-level security/)
    await expect(forged(', reported_at', `'${lead.id}', '2014-01-01'`)).rejects.toThrow(/row-level security/)
  })
})
