import { beforeAll, describe, expect, test } from 'vitest'
import { POST as help } from '@/app/api/v1/cases/[code]/assistance/route'
import { POST as answer } from '@/app/api/v1/cases/[code]/consent/route'
import { POST as addConsent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as identity } from '@/app/api/v1/cases/[code]/identity/route'
import { POST as note } from '@/app/api/v1/cases/[code]/notes/route'
import { identityPlace } from '@/lib/casework/alerts/identity'
import { dropLeftDrafts } from '@/lib/casework/registration/drop-left-drafts'
import { prepareConsent } from '@/lib/desks/case-file/view-consents'
import { prepareNote } from '@/lib/desks/case-file/view-notes'
import { viewAlert } from '@/lib/desks/triage/view-alert'
import { runDueJobs } from '@/lib/platform/jobs/run'
import { plan } from '@/lib/platform/jobs/schedule'
import { unwrap } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { as, presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertCases } from '@/lib/testing/factories/case-rows'
import { makeReadable } from '@/lib/testing/factories/readable'
import { ordinaryCase } from '@/lib/testing/factories/walk'
import { insertAlerts } from '@/lib/testing/factories/world'
import { type Endpoint, post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

type Sent = Record<string, string>
async function press(endpoint: Endpoint, code: string, values: Sent) {
  const response = await post(endpoint, { as: lead, params: { code }, values, json: true })
  const body = (await response.json()) as { location?: string; error?: { reason?: string } }
  return { status: response.status, location: body.location?.split('?')[0] }
}

/** A draft of today that an alert began; nobody has asked the person yet. */
async function unanswered({ alert = true } = {}) {
  const file = ordinaryCase(lead.id, [])
  await insertCases([file])
  await makeReadable(file.id, { given: 'Awa' })
  const alertId = crypto.randomUUID()
  if (alert) await insertAlerts([{ id: alertId, officeId: 'MOP', raisedBy: supervisor.id, daysAgo: 1 }])
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    await tx`delete from app.consents where case_id = ${file.id}`
    await tx`delete from app.assistance where case_id = ${file.id}`
    await tx`update app.cases set state = 'DRAFT', risk = null, registered_at = null, opened_at = clock.casework_now() - interval '1 hour',
      alert_id = ${alert ? alertId : null} where id = ${file.id}`
    if (!alert) return
    const [key] =
      await tx`select v.id, v.wrapped from app.alerts a join vault.keys v on v.id = a.key_id where a.id = ${alertId}`
    const words = { given: 'Mariam', family: 'Guindo', safeContact: 'chez le chef' }
    const sealed = sealJson(
      unwrap({ id: String(key?.id), wrapped: key?.wrapped }),
      identityPlace(alertId),
      words,
    )
    await tx`update app.alerts set code = 'T-' || left(id::text, 8), state = 'CASE_OPENED', case_id = ${file.id}, case_office_id = 'MOP', case_sensitivity = 'S3',
      triaged_by = ${supervisor.id}, triaged_at = clock.casework_now(), identity = ${sealed} where id = ${alertId}`
  })
  const [row] = await root()`select code from app.cases where id = ${file.id}`
  return { id: file.id, code: String(row?.code), alert: alertId }
}
type Draft = Awaited<ReturnType<typeof unanswered>>
const whom = { forWhom: 'PERSON', donor: 'CERF' }
const ration = { service: 'FOOD_RATION', quantity: '2', givenOn: '2014-06-30', ...whom }
const no = { answer: 'REFUSED', stats: 'NO' }
const gone = async ({ id }: Draft) => (await root()`select from app.cases where id = ${id}`).length === 0

/** Everything that can hang on a draft, one row of each, as it may stand there whatever the walls say today. */
async function hangEverything({ id, code }: Draft): Promise<void> {
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    const owner = tx`${id}::uuid, 'MOP', 'S3'`
    await tx`insert into app.assistance (id, case_id, office_id, sensitivity, service, quantity, unit, given_on, donor, given_by)
      values (gen_random_uuid(), ${owner}, 'FOOD_RATION', 3, 'RATION', '2014-06-30', 'PRM', ${lead.id})`
    await tx`insert into app.notes (id, case_id, office_id, sensitivity, compartment, written_by, key_id, body)
      values (gen_random_uuid(), ${owner}, 'TEAM', ${lead.id}, gen_random_uuid(), '')`
    await tx`insert into app.tasks (kind, subject_type, subject_id, case_id, office_id, sensitivity) values ('SEE_DANGER', 'case', ${id}, ${owner})`
    await tx`insert into app.danger_flags (case_id, office_id, sensitivity, code, discipline, raised_by, review_on)
      values (${owner}, 'MEDICAL', 'SOCIAL_WORKER', ${lead.id}, '2014-07-30')`
    await tx`insert into app.call_clearances (case_id, user_id, reason) values (${id}, ${lead.id}, 'ASKED_NOW')`
    for (const about of [code, code.toLowerCase(), `${code} ${crypto.randomUUID()}`])
      await tx`insert into app.drafts (id, user_id, form, about, sealed) values (gen_random_uuid(), ${lead.id}, 'case.write-identity', ${about}, '')`
    await tx`insert into app.drafts (id, user_id, form, about, sealed) values (gen_random_uuid(), ${lead.id}, 'note.add', 'MLP-ZZZZ-ZZZZ', '')`
  })
}

describe('before the person has said yes', () => {
  test('no note, no name and no other answer is taken, and the pages say why', async () => {
    const one = await unanswered()
    for (const [endpoint, values] of [
      [note, { compartment: 'TEAM', body: 'Awa Traore rue 12' }],
      [
        identity,
        {
          given: 'Awa',
          sex: 'F',
          age: '30',
          ageBasis: 'STATED',
          nationalities: 'MLI',
          languages: 'bam',
          documentStatus: 'LOST',
        },
      ],
      [addConsent, { purpose: 'STATS', answer: 'REFUSED', note: 'Awa Traore rue 12' }],
      [addConsent, { purpose: 'REFERRAL', partner: 'UNICEF', service: 'CP_BIA', answer: 'REFUSED' }],
    ] as const)
      expect((await press(endpoint, one.code, values)).status, JSON.stringify(values)).toBe(403)
    for (const page of [prepareNote, prepareConsent])
      expect(await as(lead, (ctx) => page(ctx as never, one.code, {}))).toMatchObject({
        refused: 'ask-first',
      })
    expect(await root()`select from app.notes where case_id = ${one.id}`).toHaveLength(0)
  })

  test('the database takes none either, and takes them after the yes', async () => {
    const one = await unanswered()
    const tries = [
      `insert into app.notes (id, case_id, office_id, sensitivity, compartment, written_by, key_id, body)
        select gen_random_uuid(), c.id, c.office_id, 'S3', 'TEAM', '${lead.id}', k.id, '' from app.cases c
        join vault.keys k on k.case_id = c.id and k.compartment = 'TEAM' where c.id = '${one.id}'`,
      `update app.people set identity = 'x', version = version + 1 where case_id = '${one.id}'`,
      `update app.people set concerns = '{VIOL_GBV}', version = version + 1 where case_id = '${one.id}'`,
      `insert into app.people (id, case_id, office_id, sensitivity, standing, sex, key_id, identity)
        select gen_random_uuid(), c.id, c.office_id, 'S3', 'HOUSEHOLD', 'F', k.id, '' from app.cases c
        join vault.keys k on k.case_id = c.id and k.compartment = 'TEAM' where c.id = '${one.id}'`,
      `insert into app.danger_flags (case_id, office_id, sensitivity, code, discipline, raised_by, review_on)
        values ('${one.id}', 'MOP', 'S3', 'MEDICAL', 'SOCIAL_WORKER', '${lead.id}', '2014-07-30')`,
    ]
    const run = (sql: string) => presenting(raw('web'), lead.token, (tx) => tx.unsafe(sql))
    for (const sql of tries) await expect(run(sql), sql).rejects.toThrow('has not agreed to a file')
    const yes = { answer: 'GIVEN', giver: 'SELF', mode: 'SIGN', language: 'bam', stats: 'NO' }
    await root()`update app.people set birth_year = 1980 where case_id = ${one.id}`
    expect((await press(answer, one.code, yes)).status).toBe(200)
    const told = `select app.open_task('SEE_DANGER', 'case', '${one.id}', null, clock.casework_now() + interval '1 hour', 'MEDICAL')`
    for (const sql of tries) await run(sql.includes('danger_flags') ? `${sql}; ${told}` : sql)
  })

  test('direct help is given and kept in codes', async () => {
    const one = await unanswered()
    expect((await press(help, one.code, ration)).location).toBe(`/cases/${one.code}/assistance`)
  })
})

describe('a no', () => {
  test('takes the draft with all that hangs on it; of help kind and count stay', async () => {
    for (const endpoint of [answer, addConsent]) {
      await root()`delete from app.unregistered_help`
      const one = await unanswered()
      expect((await press(help, one.code, ration)).status).toBe(200)
      await hangEverything(one)
      const values = endpoint === answer ? no : { purpose: 'CASE_MGMT', answer: 'REFUSED', note: 'Awa' }
      expect((await press(endpoint, one.code, values)).location).toBe('/cases/new/no')
      expect(await gone(one)).toBe(true)
      expect(
        await root()`select service, quantity, office_id from app.unregistered_help order by quantity`,
      ).toMatchObject([
        { service: 'FOOD_RATION', quantity: 2, office_id: 'MOP' },
        { service: 'FOOD_RATION', quantity: 3, office_id: 'MOP' },
      ])
      expect(await root()`select about from app.drafts where user_id = ${lead.id}`).toMatchObject([
        { about: 'MLP-ZZZZ-ZZZZ' },
      ])
      await root()`delete from app.drafts`
    }
  })

  test('leaves neither name nor contact of the alert that led here', async () => {
    const one = await unanswered()
    const before = await as(supervisor, (ctx) => viewAlert(ctx as never, one.alert))
    expect(JSON.stringify(before)).toContain('Guindo')
    await press(answer, one.code, no)
    const [row] =
      await root()`select state, reason, case_id, length(identity) as words, (select count(*)::int from vault.keys k where k.alert_id = a.id) as keys
      from app.alerts a where id = ${one.alert}`
    expect(row).toEqual({ state: 'NO_ACTION', reason: 'DECLINED_FILE', case_id: null, words: 0, keys: 0 })
    const after = await as(supervisor, (ctx) => viewAlert(ctx as never, one.alert))
    expect('view' in after).toBe(true)
    expect(JSON.stringify(after)).not.toContain('Guindo')
  })

  test('ends a draft also after a yes, on the page of consents', async () => {
    const one = await unanswered({ alert: false })
    await root()`update app.people set birth_year = 1980 where case_id = ${one.id}`
    await press(answer, one.code, {
      answer: 'GIVEN',
      giver: 'SELF',
      mode: 'SIGN',
      language: 'bam',
      stats: 'YES',
    })
    expect((await press(addConsent, one.code, { purpose: 'CASE_MGMT', answer: 'REFUSED' })).location).toBe(
      '/cases/new/no',
    )
    expect(await gone(one)).toBe(true)
  })
})

describe('the sweep of drafts left for a day', () => {
  const sweep = async () => {
    await root()`delete from jobs.outbox where task = 'drop-left-drafts'`
    await plan([dropLeftDrafts])
    await runDueJobs([dropLeftDrafts])
  }

  test('takes one with help and all the rest on it, and leaves what an alert began and nobody has asked about', async () => {
    const left = await unanswered({ alert: false })
    const alerted = await unanswered()
    for (const one of [left, alerted]) await hangEverything(one)
    await root()`delete from app.unregistered_help`
    await root()`update app.cases set opened_at = opened_at - interval '2 days' where id in (${left.id}, ${alerted.id})`
    await sweep()
    expect([await gone(left), await gone(alerted)]).toEqual([true, false])
    expect(await root()`select service, quantity from app.unregistered_help`).toMatchObject([
      { service: 'FOOD_RATION', quantity: 3 },
    ])
  })
})

// A referral, its slips, reports of harm, a closing, an offer to others and what three disciplines do need an open case; a line of the
// list ends with its case, who works on it now with the membership.
const NEVER_ON_A_DRAFT =
  'app.referrals app.shares app.harm_reports app.case_closings app.case_transfers app.case_lines access.live_members app.assessments app.assessment_answers app.panel_decisions app.plan_goals app.plan_actions app.plan_approvals app.plan_events app.follow_ups app.case_reviews app.appointments app.return_paths app.return_steps app.return_grants app.grant_deliveries app.grant_visits app.delivery_receipts'.split(
    ' ',
  )

test('whatever may hang on a case is known to the function that ends a draft, or cannot stand on one', async () => {
  const rows = await root()`select distinct c.conrelid::regclass::text as tbl from pg_constraint c
    where c.contype = 'f' and c.confrelid = 'app.cases'::regclass
      -- What goes with the draft or its people goes by itself; nothing points at a draft.
      and c.confdeltype <> 'c' and c.conrelid <> 'app.cases'::regclass
      and not exists (select from pg_constraint p where p.conrelid = c.conrelid and p.contype = 'f'
        and p.confrelid = 'app.people'::regclass and p.confdeltype = 'c') order by 1`
  const [source] = await root()`select prosrc from pg_proc where proname = 'erase_draft'`
  const unknown = rows
    .map(({ tbl }) => String(tbl))
    .filter((tbl) => !NEVER_ON_A_DRAFT.includes(tbl) && !String(source?.prosrc).includes(`${tbl}`))
  expect(unknown).toEqual([])
})
