import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { POST as edit } from '@/app/api/v1/directory/[id]/edit/route'
import { POST as renew } from '@/app/api/v1/directory/[id]/renew/route'
import { POST as add } from '@/app/api/v1/directory/route'
import { POST as editOwn } from '@/app/api/v1/services/[id]/edit/route'
import { POST as renewOwn } from '@/app/api/v1/services/[id]/renew/route'
import { findDraft } from '@/lib/platform/gate/drafts'
import { as, insertPeople, type SignedIn, sessionOf, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { draftIn, post } from '@/lib/testing/requests'

let admin: SignedIn
let agency: SignedIn
let colleague: SignedIn
let other: SignedIn
let elsewhere: SignedIn
let lead: SignedIn
let id: string

beforeAll(async () => {
  admin = await signedIn('ADMIN')
  agency = await signedIn('PARTNER_FP', 'UNICEF')
  colleague = await signedIn('PARTNER_FP', 'UNICEF')
  other = await signedIn('PARTNER_FP', 'NRC')
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const [person] = await insertPeople([{ role: 'PARTNER_FP', partner: 'UNICEF', base: ['GAO'] }])
  if (person) elsewhere = await sessionOf(person)
  const [row] =
    await root()`select id from app.directory_entries where partner_code = 'UNICEF' and service = 'CP_BIA' and office_id = 'MOP'`
  id = String(row?.id)
})

beforeEach(async () => {
  await root()`delete from app.directory_changes`
  await root()`update app.directory_entries set state = 'OPEN', wait_days = null, places = null, paused_until = null, eligibility = '',
    hours = '', verified_on = date '2014-05-01', verified_by = null, version = 1 where id = ${id}`
})

const entry = async (which = id) => {
  const [row] = await root()`select state, wait_days, places, paused_until::text as until, eligibility, hours,
      verified_on::text as "on", verified_by as by, version from app.directory_entries where id = ${which}`
  return row
}
const today = async () => String((await root()`select clock.casework_now()::date::text as day`)[0]?.day)
const changes = async () =>
  (
    await root()`select kind, by_id as by, changed from app.directory_changes where entry_id = ${id} order by id`
  ).map((row) => ({ ...row }))
const answering = (who: SignedIn, capacity: string, more: Record<string, string> = {}) => ({
  as: who,
  params: { id },
  values: { _version: '1', capacity, ...more },
})

describe('the question that renews an entry', () => {
  test('is answered by the agency: who and which day is written by the database, and what stood before stays', async () => {
    const answer = await post(renewOwn, answering(agency, 'WAITING', { waitDays: '12', places: '4' }))
    expect(answer.headers.get('location')).toBe(`/services/${id}?done=renewed`)
    // Places belong to another answer.
    expect(await entry()).toMatchObject({
      state: 'WAITING',
      wait_days: 12,
      places: null,
      by: agency.id,
      version: 2,
    })
    expect((await entry())?.on).toBe(await today())
    expect(await changes()).toEqual([
      { kind: 'VERIFIED', by: agency.id, changed: { state: ['OPEN', 'WAITING'], wait_days: [null, 12] } },
    ])
  })

  test('renews with one press where nothing changed, which is a line too', async () => {
    const answer = await post(renew, answering(admin, 'OPEN'))
    expect(answer.headers.get('location')).toBe(`/directory/${id}?done=renewed`)
    expect(await entry()).toMatchObject({ state: 'OPEN', by: admin.id, on: await today() })
    expect(await changes()).toEqual([{ kind: 'VERIFIED', by: admin.id, changed: {} }])
  })

  test.each([
    ['no answer', '', {}],
    ['a wait of nobody knows how long', 'WAITING', {}],
    ['a wait longer than a year', 'WAITING', { waitDays: '366' }],
    ['a pause that ended already', 'PAUSED', { pausedUntil: '1/1/2014' }],
    ['a pause of years', 'PAUSED', { pausedUntil: '1/1/2099' }],
    ['an answer of nobody', 'CLOSED', {}],
    ['places that are no number', 'OPEN', { places: 'beaucoup' }],
  ])('comes back with what was typed for %s, and changes nothing', async (_, capacity, more) => {
    const answer = await post(renewOwn, answering(agency, capacity, more))
    expect(draftIn(answer)).toBeDefined()
    expect(await entry()).toMatchObject({ state: 'OPEN', on: '2014-05-01', version: 1 })
  })

  test('pressed twice is answered once', async () => {
    const sending = answering(agency, 'FULL', { _key: crypto.randomUUID() })
    const [first, second] = [await post(renewOwn, sending), await post(renewOwn, sending)]
    expect([first.status, second.status]).toEqual([303, 303])
    expect(await entry()).toMatchObject({ state: 'FULL', version: 2 })
    expect(await changes()).toHaveLength(1)
  })

  test('of twelve at once is won by one, and nobody else writes over it', async () => {
    const people = Array.from({ length: 12 }, (_, at) => [agency, colleague, admin][at % 3] ?? agency)
    const answers = await Promise.all(
      people.map((who) => post(who === admin ? renew : renewOwn, answering(who, 'FULL'))),
    )
    const done = answers.filter((answer) => answer.headers.get('location')?.includes('done='))
    expect(done).toHaveLength(1)
    expect(await entry()).toMatchObject({ state: 'FULL', version: 2 })
    expect(await changes()).toHaveLength(1)
  })
})

describe('an entry that is not theirs', () => {
  test('is not there for another agency, another base, or whoever keeps nothing', async () => {
    const facts = { _version: '1', cercles: ['ML0505'], women: 'YES' }
    for (const who of [other, elsewhere]) {
      expect((await post(renewOwn, answering(who, 'FULL'))).status).toBe(404)
      expect((await post(editOwn, { as: who, params: { id }, values: facts })).status).toBe(404)
    }
    expect((await post(renew, answering(lead, 'FULL'))).status).toBe(403)
    expect((await post(edit, { as: lead, params: { id }, values: facts })).status).toBe(403)
    // A partner's session is none of ours, and the other way round.
    for (const [endpoint, who] of [
      [renew, agency],
      [renewOwn, admin],
    ] as const)
      expect([401, 403]).toContain((await post(endpoint, answering(who, 'FULL'))).status)
    for (const odd of ['%00', "' or 1=1", 'é'.repeat(80), id.toUpperCase()])
      expect((await post(renewOwn, { ...answering(agency, 'FULL'), params: { id: odd } })).status).toBe(404)
    expect(await entry()).toMatchObject({ state: 'OPEN', version: 1 })
  })
})

describe('what an entry says', () => {
  const facts = async (more: Record<string, string> = {}) => {
    const [row] = await root()`select cercles from app.directory_entries where id = ${id}`
    return { _version: '1', cercles: row?.cercles as string[], women: 'YES', eligibility: '', ...more }
  }
  const save = async (more: Record<string, string>, who = agency) =>
    post(who === admin ? edit : editOwn, { as: who, params: { id }, values: await facts(more) })

  test('is changed without saying that anybody looked', async () => {
    await save({ hours: 'Lundi à vendredi, 8 h à 15 h', eligibility: 'Enfants de 6 à 14 ans' })
    expect(await entry()).toMatchObject({ on: '2014-05-01', by: null, version: 2 })
    expect(await changes()).toMatchObject([
      { kind: 'CHANGED', changed: { hours: ['', 'Lundi à vendredi, 8 h à 15 h'] } },
    ])
  })

  test('holds no person’s number, no invisible sign, no cercle of another office', async () => {
    for (const more of [
      { eligibility: 'Demander Awa au 65 12 34 56' },
      { eligibility: 'awa@example.org' },
      { hours: 'lundi\u202e8 h' },
      { hours: '8 h\u0007' },
      { eligibility: 'x'.repeat(301) },
      { moreLanguage: 'klingon' },
    ])
      expect(draftIn(await save(more)), JSON.stringify(more)).toBeDefined()
    const far = await post(editOwn, {
      as: agency,
      params: { id },
      values: { ...(await facts()), cercles: ['ML0703'] },
    })
    expect(draftIn(far)).toBeDefined()
    expect(await entry()).toMatchObject({ version: 1 })
  })

  test('is lost by neither of two who change it at once', async () => {
    const base = await facts({ hours: '' })
    const shown = JSON.stringify({ eligibility: '', cercles: base.cercles, hours: '', women: 'UNKNOWN' })
    await save({ hours: 'le matin' }, admin)
    const later = await post(editOwn, {
      as: agency,
      params: { id },
      values: { ...base, hours: 'le soir', _base: shown },
    })
    expect(draftIn(later)).toBeDefined()
    expect(await entry()).toMatchObject({ hours: 'le matin', version: 2 })
    const draft = await as(agency, ({ tx }) => findDraft(tx, agency.id, 'directory.edit-own', draftIn(later)))
    expect(draft).toMatchObject({ values: { hours: 'le soir' }, conflict: { theirs: { hours: 'le matin' } } })
  })
})

describe('a new entry', () => {
  const wanted = (more: Record<string, string | string[]> = {}) => ({
    as: admin,
    values: {
      office: 'MOP',
      partner: 'NRC',
      service: 'MED_REHAB',
      cercles: ['ML0505'],
      capacity: 'OPEN',
      women: 'UNKNOWN',
      ...more,
    },
  })
  test('is added once, by an administrator, verified today', async () => {
    const [mop] =
      await root()`select array_agg(cercle) as all from app.cercle_offices where office_id = 'MOP'`
    const cercles = [String((mop?.all as string[] | undefined)?.[0])]
    const answers = await Promise.all([post(add, wanted({ cercles })), post(add, wanted({ cercles }))])
    const where = answers.map((answer) => String(answer.headers.get('location')))
    expect(where.filter((place) => place.includes('done=added'))).toHaveLength(1)
    const [row] =
      await root()`select id, verified_by as by, verified_on::text as "on", cercles from app.directory_entries
      where partner_code = 'NRC' and service = 'MED_REHAB'`
    expect(row).toMatchObject({ by: admin.id, on: await today(), cercles })
    const noted = await root()`select kind from app.directory_changes where entry_id = ${String(row?.id)}`
    expect(noted.map(({ kind }) => kind)).toEqual(['ADDED'])
  })

  test('has a service, an office that is there and cercles of it', async () => {
    expect(draftIn(await post(add, wanted({ service: 'MED' })))).toBeDefined()
    expect(draftIn(await post(add, wanted({ service: 'MED_CERT', cercles: ['ML0703'] })))).toBeDefined()
    expect((await post(add, wanted({ office: 'ZZZ' }))).status).toBe(404)
    expect([401, 403]).toContain((await post(add, { ...wanted(), as: agency })).status)
    expect((await post(add, { ...wanted(), as: lead })).status).toBe(403)
  })
})
