import { beforeAll, describe, expect, test } from 'vitest'
import { POST as addConsent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as theyReport } from '@/app/api/v1/inbox/[id]/not-accessed/route'
import { POST as cancel } from '@/app/api/v1/referrals/[id]/cancel/route'
import { POST as notAccessed } from '@/app/api/v1/referrals/[id]/report-not-accessed/route'
import { sharePlace } from '@/lib/base/addresses/referral-places'
import { unwrap } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { presenting } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { makeReadable } from '@/lib/testing/factories/readable'
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

  test('waits, and asks for no erasing, while the answer it rests on has to be asked again', async () => {
    const id = await all.referral(TO_ACCEPTED)
    await root()`update app.consents c set needs_review = 'CHILD_ALONE' from app.referrals r where r.id = ${id} and c.id = r.consent_id`
    await root()`update app.shares set ended_at = clock.casework_now(), ended_by = 'REVIEW' where referral_id = ${id}`
    expect(await view(id)).toMatchObject({ view: { kind: 'stub', waits: true, mayConfirm: false } })
    await root()`update app.shares set ended_by = null where referral_id = ${id}`
    expect(await view(id)).toMatchObject({ view: { kind: 'stub', waits: false } })
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
    const id = await all.referral(TO_ACCEPTED)
    await post(theyReport, { as: all.agency, params: { id }, values: { absence: 'NOT_SAFE', why: '' } })
    const found = await view(id)
    const events = 'view' in found && found.view?.kind === 'open' ? found.view.events : []
    expect(events.find(({ verb }) => verb === 'report-not-accessed')?.reason).toBe('NOT_SAFE')
  })
})

describe('a number that the partner holds', () => {
  const phone = '65 12 34 56'
  /** Accepted, with a number in its second slip. */
  async function holding(wayOfContact = 'CALL_OK') {
    const id = await all.referral(TO_ACCEPTED)
    const [share] =
      await root()`select s.id, s.case_id, k.id as key, k.wrapped from app.shares s join vault.keys k on k.id = s.key_id
      where s.referral_id = ${id} and s.stage = 2`
    const key = unwrap({ id: String(share?.key), wrapped: share?.wrapped })
    const slip = { name: { given: 'Awa' }, phone, safe_contact: { mode: wayOfContact } }
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.shares set payload = ${sealJson(key, sharePlace(share?.id), slip)} where id = ${share?.id}`
      await tx`update app.referrals set facts = '{need,name,phone,safe_contact}' where id = ${id}`
    })
    await makeReadable(share?.case_id)
    const [row] = await root()`select code from app.cases where id = ${share?.case_id}`
    return { id, code: String(row?.code), caseId: String(share?.case_id) }
  }
  const sayNo = ({ code }: { code: string }) =>
    post(addConsent, {
      as: all.lead,
      params: { code },
      values: { purpose: 'CONTACT', answer: 'REFUSED' },
      json: true,
    })

  test('is no longer shown once the person said no to contact: the page says not to call', async () => {
    for (const [way, left] of [
      ['CALL_OK', { name: { given: 'Awa' } }],
      ['IN_PERSON', { name: { given: 'Awa' }, safe_contact: { mode: 'IN_PERSON' } }],
    ] as const) {
      const one = await holding(way)
      expect(await view(one.id)).toMatchObject({ view: { doNotCall: false, details: { phone } } })
      expect((await sayNo(one)).status).toBe(200)
      const seen = await view(one.id)
      expect('view' in seen && 'details' in seen.view && seen.view.details).toEqual(left)
      expect(seen).toMatchObject({ view: { doNotCall: true } })
    }
  })

  test('stays with whoever was allowed it since; nobody else is told of a no', async () => {
    const one = await holding()
    expect((await sayNo(one)).status).toBe(200)
    const told = (who = all.agency) =>
      presenting(raw('partner'), who.token, (tx) => tx`select app.contact_ended(${one.id}) as told`).then(
        ([row]) => row?.told,
      )
    expect(await told()).toBe(true)
    expect(await told(all.other)).toBe(false)
    const past = (change: string) =>
      root().begin(async (tx) => {
        await tx`set local session_replication_role = replica`
        await tx.unsafe(change)
      })
    await past(`update app.referrals set facts = '{need,name}' where id = '${one.id}'`)
    expect(await told()).toBe(false)
    await past(`update app.referrals set facts = '{need,name,phone}' where id = '${one.id}'`)
    const since = (giver: string) =>
      past(`update app.consents set given_at = clock.casework_now() + interval '1 second', giver = '${giver}'
        where id = (select consent_id from app.referrals where id = '${one.id}')`)
    await since('NONE')
    expect(await told()).toBe(true)
    await since('SELF')
    expect(await told()).toBe(false)
  })
})
