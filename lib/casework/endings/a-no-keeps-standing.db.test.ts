import { beforeAll, describe, expect, test } from 'vitest'
import { POST as addConsent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as askAgain } from '@/app/api/v1/cases/[code]/refer/[id]/consent/route'
import { POST as sendEmergency } from '@/app/api/v1/cases/[code]/refer/[id]/send-emergency/route'
import { POST as withdraw } from '@/app/api/v1/consents/[id]/withdraw/route'
import { listToConfirm } from '@/lib/casework/consents/to-confirm'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { hoursAgo, readyDraft } from '@/lib/testing/factories/ready-draft'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let colleague: SignedIn
beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  colleague = await signedIn('LAWYER', 'GAO')
})

type Sent = Record<string, string>
type Draft = Awaited<ReturnType<typeof readyDraft>>
async function press(endpoint: Endpoint, params: Sent, values: Sent) {
  const response = await post(endpoint, { as: lead, params, values, json: true })
  const body = (await response.json()) as { location?: string; error?: { fields?: Sent } }
  return { status: response.status, location: body.location?.split('?')[0], errors: body.error?.fields }
}

const nobody = { mode: '', giver: '', language: '', witness: '', caregiver: '', answer: 'NOT_POSSIBLE' }
const vital = { ...nobody, capacity: 'CANNOT', danger: 'VITAL', reason: 'DEATH_RISK' }
const doubted = { ...vital, doubt: 'UNCONSCIOUS' }
const asked = async (consent: object, hours = 1) => ({ ...consent, askedAt: await hoursAgo(hours) })

/** An answer on file of the past, as a row. */
async function onFile(
  { caseId }: Draft,
  { status = 'GIVEN', giver = 'SELF', basis = 'CONSENT', situation = {} },
) {
  const [row] = await root()<
    { id: string }[]
  >`insert into app.consents (id, case_id, office_id, sensitivity, purpose, partner_code, service,
      status, giver, legal_basis, wording_version, recorded_by, key_id, detail, rule, situation, given_at)
    select gen_random_uuid(), c.id, c.office_id, c.sensitivity, 'REFERRAL', 'UNICEF', 'CP_BIA', ${status}, ${giver}, ${basis}, '1', ${lead.id},
      k.id, '', 'ADULT', ${root().json(situation)}, clock.casework_now() - interval '20 hours'
    from app.cases c join vault.keys k on k.case_id = c.id and k.compartment = 'TEAM' where c.id = ${caseId} returning id`
  if (!row) throw new Error('no answer')
  return row.id
}

/** The same past the first wall, with the task that tells whoever has to confirm. */
async function intoDatabase(
  { caseId }: Draft,
  row: { status: string; giver: string; basis: string; rule: string; reason: string; situation: object },
) {
  await presenting(raw('web'), lead.token, (tx) =>
    tx.unsafe(`insert into app.consents (id, case_id, office_id, sensitivity, purpose, partner_code, service, status, giver,
        legal_basis, reason, rule, confirm_by, wording_version, recorded_by, key_id, detail, situation)
      select gen_random_uuid(), c.id, c.office_id, 'S3', 'REFERRAL', 'UNICEF', 'CP_BIA', '${row.status}', '${row.giver}', '${row.basis}',
        '${row.reason}', '${row.rule}', '${row.basis === 'VITAL' ? 'COLLEAGUE' : 'SUPERVISOR'}', '1', '${lead.id}', k.id, '', '${JSON.stringify(row.situation)}'
      from app.cases c join vault.keys k on k.case_id = c.id and k.compartment = 'TEAM' where c.id = '${caseId}';
      select app.open_task('${row.basis === 'VITAL' ? 'CONFIRM_VITAL' : 'CONFIRM_BEST_INTERESTS'}', 'case', '${caseId}', null,
        clock.casework_now() + interval '1 hour', '${row.reason}')`),
  )
}
const byDanger = {
  status: 'NOT_POSSIBLE',
  giver: 'NONE',
  basis: 'VITAL',
  rule: 'ADULT_CANNOT_VITAL',
  reason: 'DEATH_RISK',
}

describe('taking a yes back', () => {
  test('is the person’s own no, whoever gave the yes and whatever was noted of them then', async () => {
    for (const before of [
      {
        status: 'NOT_POSSIBLE',
        giver: 'NONE',
        basis: 'VITAL',
        situation: { capacity: 'CANNOT', doubt: 'UNCONSCIOUS' },
      },
      { giver: 'GUARDIAN', situation: { capacity: 'CANNOT' } },
      { situation: { capacity: 'FLUCTUATES' } },
    ]) {
      const one = await readyDraft(lead.id, undefined)
      const id = await onFile(one, before)
      const params = { code: one.code, id }
      expect((await press(withdraw, params, { code: one.code, withdrawReason: 'CHANGED_MIND' })).status).toBe(
        200,
      )
      expect((await press(askAgain, one, vital)).errors, JSON.stringify(before)).toEqual({
        doubt: 'standing-no',
      })
      await expect(intoDatabase(one, { ...byDanger, situation: { capacity: 'CANNOT' } })).rejects.toThrow(
        'a capable adult',
      )
    }
  })

  test('stops a draft in danger; a newer reason to doubt goes before a colleague, who reads that it was taken back', async () => {
    const stopped = await readyDraft(lead.id, await asked(vital))
    const ended = async (one: Draft) => {
      const id = await onFile(one, {
        status: 'NOT_POSSIBLE',
        giver: 'NONE',
        basis: 'VITAL',
        situation: { capacity: 'CANNOT' },
      })
      await root()`update app.consents set status = 'WITHDRAWN', withdrawn_at = given_at + interval '1 hour' where id = ${id}`
    }
    await ended(stopped)
    expect((await press(sendEmergency, stopped, {})).errors).toEqual({ read: 'cover' })
    const one = await readyDraft(lead.id, await asked(doubted))
    await ended(one)
    expect((await press(sendEmergency, one, {})).location).toBe(`/referrals/${one.id}`)
    const [row] =
      await root()`select id from app.consents where case_id = ${one.caseId} and status = 'NOT_POSSIBLE'`
    const waiting = await as(colleague, (ctx) => listToConfirm(ctx))
    expect(waiting.find(({ id }) => id === row?.id)).toMatchObject({
      doubt: 'UNCONSCIOUS',
      noBy: 'WITHDRAWN',
    })
  })

  const notConfirmed = async (one: Draft, takenBack: 'then' | 'later') => {
    const id = await onFile(one, {
      status: 'NOT_POSSIBLE',
      giver: 'NONE',
      basis: 'VITAL',
      situation: { capacity: 'CANNOT' },
    })
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`update app.consents set status = 'WITHDRAWN', withdrawn_at = given_at + interval '1 hour' where id = ${id}`
      await tx`insert into app.consent_confirmations (consent_id, case_id, office_id, sensitivity, by_id, by_role, says, at)
        select id, case_id, office_id, sensitivity, ${colleague.id}, 'LAWYER', 'NO',
          withdrawn_at - make_interval(mins => ${takenBack === 'then' ? 0 : 30}) from app.consents where id = ${id}`
    })
  }

  test('by a colleague who did not confirm is no word of the person', async () => {
    const one = await readyDraft(lead.id, await asked(vital))
    await notConfirmed(one, 'then')
    expect((await press(sendEmergency, one, {})).location).toBe(`/referrals/${one.id}`)
  })

  test('by the person, after a colleague had not confirmed it, is their no', async () => {
    const one = await readyDraft(lead.id, await asked(vital))
    await notConfirmed(one, 'later')
    expect((await press(sendEmergency, one, {})).status).not.toBe(200)
  })
})

describe('an age lowered after a no', () => {
  const no = { purpose: 'REFERRAL', partner: 'UNICEF', service: 'CP_BIA', answer: 'REFUSED', giver: 'SELF' }
  const interest = {
    ...nobody,
    caregiver: 'NONE',
    danger: 'GRAVE',
    reason: 'CHILD_REFUSES_DANGER',
    capacity: '',
  }
  const asChild = {
    status: 'NOT_POSSIBLE',
    giver: 'NONE',
    basis: 'BEST_INTERESTS',
    rule: 'CHILD_NO_DANGER',
    reason: 'CHILD_REFUSES_DANGER',
  }
  const becomesYoung = (one: Draft) =>
    root()`update app.people set birth_year = extract(year from clock.casework_now())::integer - 14 where case_id = ${one.caseId} and standing = 'PRINCIPAL'`

  test('does not remove an adult’s no: best interests and danger ask for the reason to doubt', async () => {
    const one = await readyDraft(lead.id, undefined)
    expect((await press(addConsent, one, no)).status).toBe(200)
    const again = await readyDraft(lead.id, undefined)
    await root()`update app.consents set case_id = ${again.caseId}, key_id = (select id from vault.keys where case_id = ${again.caseId}
      and compartment = 'TEAM') where case_id = ${one.caseId} and status = 'REFUSED'`
    await becomesYoung(again)
    expect((await press(askAgain, again, interest)).errors).toEqual({ doubt: 'standing-no' })
    await expect(intoDatabase(again, { ...asChild, situation: { danger: 'GRAVE' } })).rejects.toThrow(
      'a capable adult',
    )
    const why = { capacity: 'CANNOT', doubt: 'ACUTE_CRISIS' }
    expect((await press(askAgain, again, { ...interest, ...why })).errors).toBeUndefined()
    await intoDatabase(again, { ...asChild, situation: { danger: 'GRAVE', ...why } })
  })

  test('of which nobody noted the age, it stands too; what was said as a child does not bind best interests', async () => {
    for (const [situation, stands] of [
      [{}, true],
      [{ ageGroup: 'AU' }, true],
      [{ ageGroup: 'A12_17' }, false],
    ] as const) {
      const one = await readyDraft(lead.id, undefined)
      await onFile(one, { status: 'REFUSED', situation })
      await becomesYoung(one)
      const answer = (await press(askAgain, one, interest)).errors
      expect(answer, JSON.stringify(situation)).toEqual(stands ? { doubt: 'standing-no' } : undefined)
      const written = intoDatabase(one, { ...asChild, situation: { danger: 'GRAVE' } })
      if (stands) await expect(written).rejects.toThrow('a capable adult')
      else await written
    }
  })
})
