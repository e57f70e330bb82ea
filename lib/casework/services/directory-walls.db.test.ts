import { beforeAll, describe, expect, test } from 'vitest'
import { insertPeople, presenting, type SignedIn, sessionOf, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { draftReferral, moved, TO_APPROVED } from '@/lib/testing/factories/walk'

let people: Record<'admin' | 'agency' | 'other' | 'elsewhere' | 'lead' | 'supervisor', SignedIn>
let id: string

beforeAll(async () => {
  const [person] = await insertPeople([{ role: 'PARTNER_FP', partner: 'UNICEF', base: ['GAO'] }])
  if (!person) throw new Error('nobody')
  people = {
    admin: await signedIn('ADMIN'),
    agency: await signedIn('PARTNER_FP', 'UNICEF'),
    other: await signedIn('PARTNER_FP', 'NRC'),
    elsewhere: await sessionOf(person),
    lead: await signedIn('SOCIAL_WORKER', 'MOP'),
    supervisor: await signedIn('SUPERVISOR', 'MOP'),
  }
  const [row] =
    await root()`select id from app.directory_entries where partner_code = 'UNICEF' and service = 'CP_BIA' and office_id = 'MOP'`
  id = String(row?.id)
})

type Outcome = { rows: Record<string, unknown>[] } | { refused: string }
/** One statement as this person's login, taken back. */
async function tried(who: SignedIn, sql: string): Promise<Outcome> {
  let found: Record<string, unknown>[] = []
  try {
    await presenting(raw(who.kind === 'staff' ? 'web' : 'partner'), who.token, async (tx) => {
      found = [...(await tx.unsafe(sql))]
      throw new Error('taken back')
    })
  } catch (error) {
    const { message, code } = error as { message: string; code?: string }
    if (message !== 'taken back') return { refused: code ?? message }
  }
  return { rows: found }
}
const able = async (sql: string) => {
  const found: string[] = []
  for (const [name, who] of Object.entries(people)) {
    const outcome = await tried(who, sql)
    if ('rows' in outcome && outcome.rows.length > 0) found.push(name)
  }
  return found
}
const update = (set: string) =>
  `update app.directory_entries set ${set} where id = '${id}' returning verified_by, verified_on::text as on, version`
const next = 'version = version + 1'

describe('the second wall of the directory, in raw SQL with a valid token', () => {
  test('shows every entry to our own people, to an agency its own of its base, and the changes to our own alone', async () => {
    expect(await able(`select 1 from app.directory_entries where id = '${id}'`)).toEqual([
      'admin',
      'agency',
      'lead',
      'supervisor',
    ])
    await root()`insert into app.directory_changes (entry_id, kind, by_id, changed) values (${id}, 'ADDED', ${people.admin.id}, '{}')`
    expect(await able('select 1 from app.directory_changes')).toEqual(['admin', 'lead', 'supervisor'])
    expect(await able(`select 1 from app.cercle_offices where office_id = 'MOP'`)).not.toContain('elsewhere')
  })

  test('lets an administrator and the agency of that base keep it, on the version read', async () => {
    expect(await able(update(`state = 'FULL', ${next}`))).toEqual(['admin', 'agency'])
    expect(await able(update(`hours = 'le matin', ${next}`))).toEqual(['admin', 'agency'])
    for (const set of ["state = 'FULL'", "state = 'FULL', version = version + 2", "state = 'FULL', version = 1"])
      expect(await able(update(set)), set).toEqual([])
  })

  test('writes itself who looked, and on which day', async () => {
    const outcome = await tried(people.agency, update(`state = 'OPEN', ${next}`))
    const [day] = await root()`select clock.casework_now()::date::text as today`
    expect(outcome).toMatchObject({ rows: [{ verified_by: people.agency.id, on: day?.today }] })
    for (const set of ['verified_on = current_date', `verified_by = '${people.admin.id}'`])
      expect(await able(update(`${set}, ${next}`)), set).toEqual([])
    const facts = await tried(people.admin, update(`hours = 'le soir', ${next}`))
    expect(facts).not.toMatchObject({ rows: [{ verified_by: people.admin.id }] })
  })

  test.each([
    ["state = 'WAITING'"],
    ["state = 'WAITING', wait_days = 400"],
    ["state = 'FULL', places = 3"],
    ["state = 'OPEN', paused_until = current_date"],
    ["state = 'PAUSED', paused_until = date '2014-01-01'"],
    ["state = 'PAUSED', paused_until = date '2199-01-01'"],
    ["state = 'CLOSED'"],
    ["cercles = '{}'"],
    ["cercles = '{ML0703}'"],
    ['cercles = array[null]::text[]'],
    ["languages = '{Awa Traoré}'"],
    ["hours = E'\\u202e8 h'"],
    ["note = repeat('x', 301)"],
    ["partner_code = 'NRC'"],
    ["office_id = 'GAO'"],
    ["service = 'CP_CARE'"],
    ['id = gen_random_uuid()'],
  ])('refuses %s of everybody', async (set) => {
    expect(await able(update(`${set}, ${next}`))).toEqual([])
  })

  test('adds by an administrator alone, verified now by whoever adds, and deletes for nobody', async () => {
    const insert = `insert into app.directory_entries (partner_code, service, office_id, cercles, verified_on, verified_by)
      select 'NRC', 'MED_REHAB', 'MOP', array(select cercle from app.cercle_offices where office_id = 'MOP'), date '2099-01-01', '${people.lead.id}'
      returning verified_by`
    expect(await able(insert)).toEqual(['admin'])
    expect(await tried(people.admin, insert)).toEqual({ rows: [{ verified_by: people.admin.id }] })
    expect(await able(`delete from app.directory_entries where id = '${id}' returning 1`)).toEqual([])
    for (const write of [
      `insert into app.directory_changes (entry_id, kind, by_id, changed) values ('${id}', 'ADDED', access.actor_id(), '{}') returning 1`,
      'update app.directory_changes set changed = null returning 1',
      'delete from app.directory_changes returning 1',
    ])
      expect(await able(write), write).toEqual([])
  })

  test('ends what buries the changes: nobody keeps one entry a hundred times a day', async () => {
    await root()`insert into app.directory_changes (entry_id, kind, by_id, changed)
      select ${id}, 'VERIFIED', ${people.agency.id}, '{}' from generate_series(1, 99)`
    expect(await able(update(`state = 'OPEN', ${next}`))).toEqual(['admin', 'agency'])
    await root()`insert into app.directory_changes (entry_id, kind, by_id, changed) values (${id}, 'VERIFIED', ${people.agency.id}, '{}')`
    expect(await able(update(`state = 'OPEN', ${next}`))).toEqual(['admin'])
    await root()`delete from app.directory_changes`
  })
})

describe('what may be sent', () => {
  test.each([
    ["state = 'OPEN'", null],
    ["state = 'WAITING', wait_days = 20", null],
    ["state = 'FULL', wait_days = null", 'DIRECTORY_CLOSED'],
    ["state = 'PAUSED', wait_days = null", 'DIRECTORY_CLOSED'],
    // A day that has passed opens nothing by itself.
    ["state = 'PAUSED', wait_days = null, paused_until = date '2014-01-01'", 'DIRECTORY_CLOSED'],
  ])('where %s: %s', async (set, problem) => {
    const referral = await moved(
      { lead: people.lead.id, supervisor: people.supervisor.id },
      TO_APPROVED,
      draftReferral(),
    )
    await root().unsafe(`update app.directory_entries set ${set} where id = '${id}'`)
    const [row] = await root()`select app.sending_problem(r) as problem from app.referrals r where r.id = ${referral}`
    expect(row?.problem).toBe(problem)
    await root()`update app.directory_entries set state = 'OPEN', wait_days = null, paused_until = null where id = ${id}`
  })
})
