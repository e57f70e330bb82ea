import { beforeEach, expect, test } from 'vitest'
import { insertPeople, presenting, type SignedIn, sessionOf, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { insertTask } from '@/lib/testing/factories/tasks'
import { accepts, caseOf, offers, opens } from '@/lib/testing/factories/transfers'
import { draftReferral } from '@/lib/testing/factories/walk'

let lead: SignedIn
let supervisor: SignedIn
let farLead: SignedIn
let farSupervisor: SignedIn

beforeEach(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  farLead = await signedIn('SOCIAL_WORKER', 'GAO')
  farSupervisor = await signedIn('SUPERVISOR', 'GAO')
})

/** Every table of ours with a column that may hold an id of the case or of one of its parts. */
async function traces(caseId: string) {
  const parts =
    await root()`select id::text from app.referrals where case_id = ${caseId} union select id::text from app.people
    where case_id = ${caseId} union select id::text from app.consents where case_id = ${caseId} union select id::text from vault.keys where case_id = ${caseId}`
  const columns =
    await root()`select c.oid::regclass::text as table, a.attname::text as column from pg_class c
    join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('app', 'vault', 'jobs', 'report') and c.relkind = 'r' and a.atttypid = 'uuid'::regtype`
  const ids = [caseId, ...parts.map(({ id }) => String(id))].join(',')
  return async (who: SignedIn) => {
    const hits: string[] = []
    await presenting(raw('web'), who.token, async (tx) => {
      for (const { table, column } of columns) {
        const [may] = await tx.unsafe(`select has_column_privilege('${table}', '${column}', 'select') as may`)
        if (!may?.may) continue
        const [row] = await tx.unsafe(
          `select exists (select from ${table} where ${column} = any('{${ids}}'::uuid[])) as seen`,
        )
        if (row?.seen) hits.push(`${table}.${column}`)
      }
    })
    return hits.sort()
  }
}

test('before the answer whoever is asked finds the offer and its key in the whole database, afterwards whoever offered finds nothing', async () => {
  const one = await caseOf(lead, { referrals: [draftReferral({ state: 'ACCEPTED', sent: true })] })
  const found = await traces(one.id)
  await offers(lead, one)
  expect(await found(farSupervisor)).toEqual(['app.case_transfers.case_id', 'vault.keys.case_id'])
  expect((await found(supervisor)).length).toBeGreaterThan(10)
  expect(await accepts(farSupervisor, one, farLead)).toContain('done=')
  for (const who of [lead, supervisor]) expect(await found(who)).toEqual([])
  expect((await found(farSupervisor)).length).toBeGreaterThan(10)
})

test('tasks, referrals, keys, line and question about a second file stand at the new office, in the new lead’s hands', async () => {
  const draft = draftReferral()
  const one = await caseOf(lead, { referrals: [draft] })
  const other = await caseOf(lead)
  await insertTask({ kind: 'SEE_PERSON', subject: { type: 'case', id: one.id } })
  await root()`update app.tasks set holder_id = ${lead.id} where case_id = ${one.id}`
  await root()`insert into app.name_tokens (person_id, case_id, office_id, tokens)
    select p.id, p.case_id, p.office_id, '{1}' from app.people p where p.case_id = ${one.id} and p.standing = 'PRINCIPAL'`
  await root()`insert into app.same_person (case_id, office_id, sensitivity, into_case_id, into_office_id, into_sensitivity)
    values (${one.id}, 'MOP', 'S3', ${other.id}, 'MOP', 'S3')`
  await offers(lead, one)
  expect(await accepts(farSupervisor, one, farLead)).toContain('done=')
  for (const table of [
    'app.tasks',
    'app.referrals',
    'app.people',
    'app.consents',
    'app.assistance',
    'vault.keys',
    'app.case_lines',
    'app.same_person',
    'app.name_tokens',
    'app.case_transfers',
  ])
    expect([
      table,
      await root().unsafe(`select distinct office_id as at from ${table} where case_id = '${one.id}'`),
    ]).toEqual([table, [{ at: 'GAO' }]])
  const held =
    await root()`select distinct holder_id as holder from app.tasks where case_id = ${one.id} and state = 'OPEN'`
  expect(held).toEqual([{ holder: farLead.id }])
  const edits = (who: SignedIn) =>
    presenting(raw('web'), who.token, (tx) => tx`select id from app.referrals where id = ${draft.id}`)
  expect([(await edits(lead)).length, (await edits(farLead)).length]).toEqual([0, 1])
})

test('a partner goes on at the base that received it, and a new referral goes to the new office’s base', async () => {
  const people = await insertPeople([
    { role: 'PARTNER_FP', partner: 'UNICEF', base: ['MOP'] },
    { role: 'PARTNER_FP', partner: 'UNICEF', base: ['GAO'] },
  ])
  const [here, there] = await Promise.all(people.map(sessionOf))
  const sent = draftReferral({ state: 'ACCEPTED', sent: true })
  const draft = draftReferral()
  const one = await caseOf(lead, { referrals: [sent, draft] })
  await offers(lead, one)
  expect(await accepts(farSupervisor, one, farLead)).toContain('done=')
  const reads = (who: SignedIn | undefined, table: string, id: string) =>
    presenting(
      raw('partner'),
      who?.token ?? '',
      async (tx) => (await tx.unsafe(`select id from ${table} where id = '${id}'`)).length,
    )
  expect([await reads(here, 'app.referrals', sent.id), await reads(there, 'app.referrals', sent.id)]).toEqual(
    [1, 0],
  )
  const [share] = await root()`select id from app.shares where referral_id = ${sent.id} and stage = 1`
  expect([
    await reads(here, 'app.shares', String(share?.id)),
    await reads(there, 'app.shares', String(share?.id)),
  ]).toEqual([1, 0])
  const [row] =
    await root()`select base_office_id as base, office_id as office from app.referrals where id = ${draft.id}`
  expect(row).toEqual({ base: null, office: 'GAO' })
})

test('no month changes, closed or not', async () => {
  const one = await caseOf(lead, { referrals: [draftReferral({ state: 'ACCEPTED', sent: true })] })
  const months = () =>
    root()`select measure, month, region, sex, age_group, summed from report.case_months where case_id = ${one.id} order by 1, 2, 3`
  const sums = () =>
    root()`select measure, month, region, sex, age_group, persons from report.month_sums order by 1, 2, 3, 4, 5`
  const before = [await months(), await sums()]
  await offers(lead, one)
  expect(await accepts(farSupervisor, one, farLead)).toContain('done=')
  expect([await months(), await sums()]).toEqual(before)
  expect(await opens(farLead, one)).toBe(true)
})
