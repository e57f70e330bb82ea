import type { Sql } from 'postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { CARE_BY } from '@/lib/casework/cases/meets'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { insertTask } from '@/lib/testing/factories/tasks'
import { draftReferral, ordinaryCase, TO_ACKNOWLEDGED, walk } from '@/lib/testing/factories/walk'
import { type TaskKind, taskKinds } from './kinds'
import { TASK_RULE_ROWS } from './wall'

const KINDS = Object.keys(taskKinds) as TaskKind[]
let web: Sql
let partner: Sql
let lead: SignedIn
let supervisor: SignedIn
let agency: SignedIn
let caseId: string
let referral: string

beforeAll(async () => {
  web = raw('web')
  partner = raw('partner')
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
  const one = draftReferral()
  const record = ordinaryCase(lead.id, [one])
  await insertCases([record])
  await walk([one.id], TO_ACKNOWLEDGED, supervisor.id)
  referral = one.id
  caseId = record.id
})

const answer = (login: Sql, { token }: SignedIn, statement: string) =>
  presenting(login, token, (tx) => tx.unsafe(statement)).then(
    ([row]) => Object.values(row ?? {})[0] ?? 'done',
    (error: { code?: string }) => error.code,
  )
const opens = (kind: TaskKind, type: string, { due = 'null', why = 'null' } = {}) =>
  `select app.open_task('${kind}', '${type}', '${type === 'case' ? caseId : referral}', null, ${due}, ${why})`
const ends = (kind: TaskKind, type: string, as: string, how = "'X1'") =>
  `select app.end_task('${kind}', '${type}', '${type === 'case' ? caseId : referral}', '${as}', ${how})`

describe('a task of no cause', () => {
  test.each(KINDS)('%s is opened by nobody, with whatever code and date', async (kind) => {
    const tries = [
      {},
      { due: 'clock.casework_now()' },
      { due: "timestamptz '2099-01-01'" },
      { why: "'SUICIDE'", due: 'clock.casework_now()' },
      { why: "'Awa lives at Sevare 65123456'" },
    ]
    for (const type of ['case', 'referral'])
      for (const one of tries) {
        for (const who of [lead, supervisor])
          expect(await answer(web, who, opens(kind, type, one))).toBe('42501')
        expect(await answer(partner, agency, opens(kind, type, one))).toBe('42501')
      }
  })

  test.each(KINDS)(
    '%s, once open, is ended, moved or dropped by nobody but whose act ends it',
    async (kind) => {
      await insertTask({ kind, subject: { type: 'case', id: caseId } })
      await insertTask({ kind, subject: { type: 'referral', id: referral } })
      const looks = [
        'SEE_LOWER_RISK',
        'SEE_DANGER',
        'CALLED_ANYWAY',
        'SEE_HOLD',
        'SEE_TRANSFER_REFUSED',
        'SEE_LATER_CONTACT',
      ].includes(kind)
      for (const type of ['case', 'referral'] as const)
        for (const as of ['DONE', 'DROPPED'])
          for (const how of ['null', "'X1'", "'AS_PROPOSED'", "'CONSENT_WITHDRAWN'", "'SEEN'"]) {
            const label = `${kind} ${type} ${as} ${how}`
            expect(await answer(web, lead, ends(kind, type, as, how)), label).toBe('42501')
            expect(await answer(partner, agency, ends(kind, type, as, how)), label).toBe('42501')
            const may =
              (looks ? type === 'case' : kind === 'LATE_ANSWER' && type === 'referral') &&
              as === 'DONE' &&
              how === "'SEEN'"
            expect(await answer(web, supervisor, ends(kind, type, as, how)), label).toBe(may ? 1 : '42501')
            if (may) await insertTask({ kind, subject: { type, id: type === 'case' ? caseId : referral } })
          }
    },
  )
})

describe('a task with a cause', () => {
  const decline = `update app.referrals set state = 'DECLINED', version = version + 1, last_verb = 'decline', last_party = 'partner',
    last_channel = 'APP', last_actor_id = access.actor_id(), last_at = clock.casework_now(), reason = 'NO_CAPACITY',
    answered_at = clock.casework_now(), due_at = null, due_kind = null where id = '%'; `
  /** The move and the task in one transaction, taken back. */
  const declining = (more: { due?: string; why?: string }) =>
    presenting(partner, agency.token, async (tx) => {
      await tx.unsafe(decline.replace('%', referral))
      await tx.unsafe(opens('NEXT_STEP', 'referral', more))
      throw { code: 'taken back' }
    }).catch((error: { code?: string }) => error.code)

  test('is the partner’s to open by its verb, with a step of the list, within a week', async () => {
    await root()`delete from app.tasks`
    const due = "clock.casework_now() + interval '1 day'"
    expect(await declining({ why: "'NEXT_PROVIDER'", due })).toBe('taken back')
    expect(await declining({ why: "'AWA'", due })).toBe('42501')
    expect(await declining({ due })).toBe('42501')
    expect(await declining({ why: "'NEXT_PROVIDER'" })).toBe('42501')
    expect(await declining({ why: "'NEXT_PROVIDER'", due: "clock.casework_now() + interval '8 days'" })).toBe(
      '42501',
    )
  })
})

describe('care in time', () => {
  /** One act of the lead and the ending it claims, in one transaction that is taken back. */
  const claimed = (act: string, kind: TaskKind, how: string) =>
    presenting(web, lead.token, async (tx) => {
      await tx.unsafe(act)
      await tx.unsafe(ends(kind, 'case', 'DONE', `'${how}'`))
      throw { code: 'taken back' }
    }).catch((error: { code?: string }) => error.code)
  const help = (service: string) =>
    `insert into app.assistance (id, case_id, office_id, sensitivity, service, quantity, unit, given_on, donor, given_by)
      select gen_random_uuid(), id, office_id, sensitivity, '${service}', 1, 'SESSION', clock.casework_now()::date, 'NONE', '${lead.id}'
      from app.cases where id = '${caseId}'`
  const note = () =>
    `insert into app.notes (id, case_id, office_id, sensitivity, compartment, written_by, key_id, body)
      select gen_random_uuid(), c.id, c.office_id, c.sensitivity, 'TEAM', '${lead.id}', k.id, '\\x00'
      from app.cases c join vault.keys k on k.case_id = c.id and k.compartment = 'TEAM' where c.id = '${caseId}'`

  test('ends as helped by that help alone, as met by a note alone, and by the team’s word', async () => {
    await root()`delete from app.tasks`
    for (const kind of ['CARE_PEP', 'CARE_INJURY', 'SEE_PERSON'] as const)
      await insertTask({ kind, subject: { type: 'case', id: caseId } })
    const nothing = 'select 1'
    expect(await claimed(nothing, 'CARE_PEP', 'SERVICE')).toBe('42501')
    expect(await claimed(nothing, 'SEE_PERSON', 'MET')).toBe('42501')
    expect(await claimed(nothing, 'CARE_PEP', 'SAID_DONE')).toBe('taken back')
    expect(await claimed(nothing, 'SEE_PERSON', 'SAID_DONE')).toBe('taken back')
    expect(await claimed(help('MED_CMR'), 'CARE_PEP', 'SERVICE')).toBe('taken back')
    expect(await claimed(help('MED_CONS'), 'CARE_PEP', 'SERVICE')).toBe('42501')
    expect(await claimed(help('MED_CONS'), 'CARE_INJURY', 'SERVICE')).toBe('taken back')
    expect(await claimed(note(), 'SEE_PERSON', 'MET')).toBe('taken back')
    expect(await claimed(note(), 'CARE_PEP', 'MET')).toBe('42501')
  })

  test.each(['PHONE', 'IN_PERSON', 'BY_POINT'])(
    'the person is told %s, and that ends the telling',
    async (how) => {
      await insertTask({ kind: 'TELL_PERSON', subject: { type: 'referral', id: referral } })
      expect(await answer(web, lead, ends('TELL_PERSON', 'referral', 'DONE', `'${how}'`))).toBe(1)
    },
  )

  test('is met by the services that the rule of care names', () => {
    const listed = TASK_RULE_ROWS.filter(([, , , , cause]) => cause === 'HELPED')
    expect(Object.fromEntries(listed.map(([kind, , , , , services]) => [kind, services]))).toEqual(CARE_BY)
  })
})

describe('care whose time runs', () => {
  /** Rates the case and opens the care in one transaction, taken back: the error's code, or what became of it. */
  const rating = (kind: TaskKind, { happened = 'null', due = '' }) =>
    presenting(web, lead.token, async (tx) => {
      await tx.unsafe(`insert into app.case_proposals (case_id, office_id, sensitivity, risk, restrict_proposed, chosen_risk,
        happened_at, rated_by) select c.id, c.office_id, c.sensitivity, 'HIGH', false, 'HIGH', ${happened}, access.actor_id()
        from app.cases c where c.id = '${caseId}'`)
      await tx.unsafe(opens(kind, 'case', { due }))
      throw { code: 'taken back' }
    }).catch((error: { code?: string }) => error.code)
  const now = 'clock.casework_now()'
  const inHours = (hours: number, from = now) => `${from} + interval '${hours} hours'`

  beforeAll(async () => {
    await root()`delete from app.tasks`
    await root()`update app.cases set opened_at = clock.casework_now() - interval '10 hours' where id = ${caseId}`
  })

  test.each<[TaskKind, number]>([
    ['CARE_PEP', 72],
    ['CARE_EC', 120],
  ])(
    '%s is due %i hours after what happened, else after the case began, and no later',
    async (kind, hours) => {
      const happened = inHours(-20)
      expect(await rating(kind, { happened, due: inHours(hours - 20) })).toBe('taken back')
      expect(await rating(kind, { happened, due: inHours(hours - 19) })).toBe('42501')
      expect(await rating(kind, { due: inHours(hours - 10) })).toBe('taken back')
      expect(await rating(kind, { due: inHours(hours - 9) })).toBe('42501')
    },
  )

  test('what happens tomorrow gives no time', async () => {
    expect(await rating('CARE_PEP', { happened: inHours(24), due: inHours(96) })).toBe('23514')
  })

  test.each<TaskKind>(['CARE_INJURY', 'SEE_PERSON'])('%s is a matter of a day', async (kind) => {
    expect(await rating(kind, { due: inHours(24) })).toBe('taken back')
    expect(await rating(kind, { due: inHours(25) })).toBe('42501')
  })
})

test('what is open never becomes due later, whoever asks for it again, and sooner it may', async () => {
  const raising = (hours: number) =>
    presenting(web, lead.token, async (tx) => {
      await tx.unsafe(`insert into app.danger_flags (case_id, office_id, sensitivity, code, discipline, raised_by, review_on)
        select c.id, c.office_id, c.sensitivity, 'VIOLENCE', 'SOCIAL_WORKER', access.actor_id(), clock.casework_now()::date + 3
        from app.cases c where c.id = '${caseId}'`)
      await tx.unsafe(
        opens('SEE_DANGER', 'case', {
          why: "'VIOLENCE'",
          due: `clock.casework_now() + interval '${hours} hours'`,
        }),
      )
    })
  const hoursLeft = async () => {
    const [task] =
      await root()`select round(extract(epoch from due_at - clock.casework_now()) / 3600)::int as left
      from app.tasks where kind = 'SEE_DANGER' and subject_id = ${caseId} and state = 'OPEN'`
    return task?.left
  }
  await raising(2)
  await raising(4)
  expect(await hoursLeft()).toBe(2)
  await raising(1)
  expect(await hoursLeft()).toBe(1)
})

describe('the list', () => {
  test('stands in the database as in the code', async () => {
    const rows =
      await root()`select kind, deed, subject_type, party, cause, verbs, codes, within_hours from app.task_rules`
    const line = (row: readonly unknown[]) => JSON.stringify(row)
    expect(rows.map((row) => line(Object.values(row))).sort()).toEqual(TASK_RULE_ROWS.map(line).sort())
  })

  test('who can act is answered to nobody without a session', async () => {
    for (const call of [
      `app.colleague_can_act('${lead.id}', '${caseId}')`,
      `app.supervisor_can_act('${supervisor.id}', '${caseId}', 'MOP', 'S3')`,
    ]) {
      expect(await answer(web, lead, `select ${call}`)).toBe(true)
      expect(await answer(web, { ...lead, token: '' }, `select ${call}`)).toBe(false)
    }
  })
})
