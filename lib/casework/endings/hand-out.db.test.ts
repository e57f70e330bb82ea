import { beforeEach, describe, expect, test } from 'vitest'
import { POST as doTask } from '@/app/api/v1/tasks/[id]/done/route'
import { waitingPage } from '@/lib/casework/tasks/waiting'
import { prepareSummary } from '@/lib/desks/case-file/prepare-agency'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { toAgency } from '@/lib/testing/factories/to-agency'
import { came, caseOf, type Moving, offerOf, offers, withdraws } from '@/lib/testing/factories/transfers'
import { draftReferral } from '@/lib/testing/factories/walk'
import { reading } from '@/lib/testing/reading'

let lead: SignedIn
let supervisor: SignedIn
let second: SignedIn
let one: Moving

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  second = await signedIn('SUPERVISOR', 'MOP')
  one = await caseOf(lead)
})

const { says, consentOf, offersToAgency, answers, hands } = toAgency(() => ({ lead, supervisor, one }))
const stateOf = async (of = one) =>
  (
    await root()`select state, closure_reason as reason, retention_class as class, erase_on::text as erase from app.cases where id = ${of.id}`
  )[0]
const openTasks = async () =>
  (await root()`select kind from app.tasks where case_id = ${one.id} and state = 'OPEN' order by kind`).map(
    ({ kind }) => kind,
  )

/** The person agrees, the agency is asked and says yes. */
async function taken(of = one) {
  await says('GIVEN', of)
  await offersToAgency(lead, of)
  expect(await answers(lead, {}, of)).toContain('done=agency-answered')
}

describe('a case for another agency', () => {
  test('is offered only to one the person agrees to, by their newest word', async () => {
    expect(await offersToAgency(lead, one, crypto.randomUUID())).not.toContain('done=')
    await says('GIVEN')
    const given = await consentOf()
    await says('REFUSED')
    expect(await offersToAgency(lead, one, given)).not.toContain('done=')
    const other = await caseOf(lead)
    await says('GIVEN', other)
    expect(await offersToAgency(lead, one, await consentOf(other))).not.toContain('done=')
    expect(await offersToAgency(lead, other)).toContain('done=transfer-offered')
    expect(await offers(lead, other)).toBe('transfer-waits')
  })

  test('leaves after its yes, by a supervisor who did not record it, and is kept until a day', async () => {
    await taken()
    expect(await openTasks()).toEqual(['HAND_OUT'])
    expect((await stateOf())?.state).toBe('OPEN')
    expect(await hands(lead as never)).not.toContain('done=')
    expect(await hands(supervisor, { handed: '' })).not.toContain('done=')
    expect(await hands(supervisor)).toContain('done=handed-out')
    expect(await stateOf()).toEqual({
      state: 'TRANSFERRED',
      reason: 'TRANSFERRED',
      class: 'STANDARD',
      erase: '2016-06-30',
    })
    expect(await openTasks()).toEqual([])
    const events =
      await root()`select verb, actor_id as by from app.case_events where case_id = ${one.id} order by id desc limit 3`
    expect(events).toEqual([
      { verb: 'hand-out', by: supervisor.id },
      { verb: 'agency-accepts', by: lead.id },
      { verb: 'offer-transfer', by: lead.id },
    ])
    expect(await hands(second)).not.toContain('done=')
  })

  test('is not handed out by whoever recorded the yes, nor before it', async () => {
    await says('GIVEN')
    await offersToAgency()
    expect(await hands()).toBe('transfer-answered')
    await answers(supervisor)
    expect(await hands(supervisor)).toBe('transfer-own-answer')
    expect(await hands(second)).toContain('done=handed-out')
  })

  test('by two supervisors at once leaves once', async () => {
    await taken()
    const all = await Promise.all([hands(supervisor), hands(second)])
    expect(all.filter((text) => text.includes('done='))).toHaveLength(1)
    expect(
      await root()`select from app.case_events where case_id = ${one.id} and verb = 'hand-out'`,
    ).toHaveLength(1)
  })

  test('waits for what is open, which is settled or left with a reason; a partner left runs its course', async () => {
    const sent = draftReferral({ state: 'ACCEPTED', sent: true })
    one = await caseOf(lead, { referrals: [sent] })
    await taken()
    expect(await hands()).not.toContain('done=')
    expect(await hands(supervisor, { left: `${sent.id}:GOES_ON` })).toContain('done=handed-out')
    const [row] = await root()`select state, due_at from app.referrals where id = ${sent.id}`
    expect(row).toEqual({ state: 'ACCEPTED', due_at: null })
  })

  test('writes on the paper what the person agreed to and nothing else, and keeps it as it was handed over', async () => {
    await taken()
    const paper = async (who = supervisor) => {
      const found = await reading(who, (ctx) => prepareSummary(ctx, one.code))
      return 'view' in found ? Object.keys(found.view?.facts ?? {}).sort() : found
    }
    const before = await paper()
    expect(['age_band', 'language', 'name', 'sex']).toEqual(expect.arrayContaining(before as string[]))
    await hands()
    expect(await paper()).toEqual(before)
  })

  test('has no paper any more once the person took their yes back before it was handed over', async () => {
    await taken()
    await says('REFUSED')
    expect(await reading(supervisor, (ctx) => prepareSummary(ctx, one.code))).toMatchObject({
      refused: 'transfer-answered',
    })
  })

  test('waits with every supervisor but the one who recorded the agency’s yes', async () => {
    await says('GIVEN')
    await offersToAgency()
    expect(await answers(supervisor)).toContain('done=agency-answered')
    const waits = async (who: SignedIn) =>
      (await as(who, (ctx) => waitingPage(ctx, { kind: 'task', size: 50 }))).rows.filter(
        ({ code, taskKind }) => code === one.code && taskKind === 'HAND_OUT',
      ).length
    expect([await waits(supervisor), await waits(second)]).toEqual([0, 1])
  })
})

describe('an agency’s no, or the person’s', () => {
  test('of the agency is a task with its reason, and the case stays', async () => {
    await says('GIVEN')
    await offersToAgency()
    expect(await answers(lead, { says: 'NO' })).not.toContain('done=')
    expect(await answers(lead, { says: 'NO', refusalIfNo: 'OUT_OF_AREA' })).toContain('done=')
    expect(await openTasks()).toEqual(['TRANSFER_REFUSED'])
    expect((await stateOf())?.state).toBe('OPEN')
  })

  test.each(['refused anew', 'withdrawn'])(
    'of the person, %s, ends what was accepted and not handed out',
    async (how) => {
      await taken()
      if (how === 'withdrawn')
        await root()`update app.consents set status = 'WITHDRAWN', withdrawn_at = clock.casework_now(), version = version + 1
        where id = ${await consentOf()}`
      else expect(await says('REFUSED')).toContain('done=')
      expect((await offerOf(one))?.state).toBe('ENDED')
      // The agency hears it from us: it has no account to read it in.
      expect(await openTasks()).toEqual(['TELL_AGENCY'])
      const [task] = await root()`select id from app.tasks where case_id = ${one.id} and kind = 'TELL_AGENCY'`
      expect(await came(doTask, lead, { id: String(task?.id) }, {})).toContain('done=task')
      expect(await openTasks()).toEqual([])
      expect(await hands()).not.toContain('done=')
      expect((await stateOf())?.state).toBe('OPEN')
    },
  )

  test('of whoever offered takes it back until it is handed out', async () => {
    await taken()
    expect(await withdraws(lead, one)).toContain('done=transfer-withdrawn')
    expect(await hands()).toBe('transfer-answered')
  })
})

describe('in raw SQL', () => {
  const move = `update app.cases set state = 'TRANSFERRED', version = version + 1, last_verb = 'hand-out', last_party = 'supervisor',
    last_actor_id = access.actor_id(), retention_class = 'STANDARD', erase_on = ((clock.casework_now())::date + interval '2 years')::date where id = `
  const tries = (who: SignedIn, ...statements: string[]) =>
    presenting(raw('web'), who.token, async (tx) => {
      for (const statement of statements) await tx.unsafe(statement)
    }).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    )

  test('no case leaves without an agency’s yes, without the note of what is left, or with the note alone', async () => {
    expect(await tries(supervisor, `${move}'${one.id}'`)).toBe('23514')
    await taken()
    const note = `select app.note_hand_out('${(await offerOf(one))?.id}', '{}', '\\x01')`
    expect(await tries(supervisor, `${move}'${one.id}'`)).toBe('23514')
    expect(await tries(supervisor, note)).toBe('23514')
    expect(await tries(lead, note, `${move}'${one.id}'`)).not.toBe('done')
    expect((await stateOf())?.state).toBe('OPEN')
    expect(await tries(supervisor, note, `${move}'${one.id}'`)).toBe('done')
    expect((await stateOf())?.state).toBe('TRANSFERRED')
  })
})
