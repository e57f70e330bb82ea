import { beforeAll, describe, expect, test } from 'vitest'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { POST as answer } from '@/app/api/v1/cases/[code]/consent/route'
import { POST as addMember } from '@/app/api/v1/cases/[code]/household/add/route'
import { POST as writeIdentity } from '@/app/api/v1/cases/[code]/identity/route'
import { POST as restrict } from '@/app/api/v1/cases/[code]/restrict/route'
import { POST as writeSafety } from '@/app/api/v1/cases/[code]/safety/route'
import { refileEverybody } from '@/lib/casework/people/refile-everybody'
import { presenting, type SignedIn, signedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { raised } from '@/lib/testing/factories/alert-values'
import { identityValues, registered } from '@/lib/testing/factories/registered'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'
import { search } from './search'

let lead: SignedIn
let other: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn
let aicha: { code: string; id: string }

/** Codes of the cases and alerts that this person's search lists, in its order. */
async function codes(who: SignedIn, q: string) {
  const { view } = await reading(who, (ctx) => search(ctx, { q }))
  const { outcome } = view
  if (outcome.kind !== 'list') return outcome.kind
  return [...outcome.files.map(({ file }) => file.code), ...outcome.alerts.map(({ code }) => code)]
}
const why = async (who: SignedIn, q: string) => {
  const { view } = await reading(who, (ctx) => search(ctx, { q }))
  return view.outcome.kind === 'list' ? view.outcome.files[0]?.reason : view.outcome.kind
}
const versionOf = async (id: string) =>
  String(
    (await root()`select version from app.people where case_id = ${id} and standing = 'PRINCIPAL'`)[0]
      ?.version,
  )

beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  other = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
  aicha = await registered(lead, {
    given: 'Aïchata',
    family: 'Touré',
    alias: 'Tantie',
    motherName: 'Hadizatou',
  })
  await registered(other, { given: 'Mossa', family: 'Ag Intalla', sex: 'M' })
})

describe('people are found by name', () => {
  test.each([
    ['as it is written', 'Aïchata Touré', 'SAME_NAME'],
    ['without accents, in capitals, the other way round', 'TOURE aichata', 'SAME_NAME'],
    ['in another spelling of the same name', 'Aissata Toure', 'NEAR_NAME'],
    ['in Arabic letters', 'عائشة توري', 'NEAR_NAME'],
    ['with marks nobody sees', 'Aïchata\u200b \u202aTouré\u202c', 'SAME_NAME'],
    ['by what people call them', 'Tantie', 'SAME_NAME'],
    ['by one name and the year', 'Aïchata 1984', 'SAME_NAME'],
    ['by one name and the age', 'Touré 31 ans', 'SAME_NAME'],
  ])('%s', async (_, typed, reason) => {
    expect(await codes(lead, typed)).toEqual([aicha.code])
    expect(await why(lead, typed)).toBe(reason)
  })

  test('and not by another name, another year or the mother’s', async () => {
    for (const typed of ['Kadidia Coulibaly', 'Aïchata 1950', 'Hadizatou', 'Aïchata Coulibaly'])
      expect(await codes(lead, typed), typed).toEqual([])
  })

  test('by telephone, however it is written', async () => {
    const answers = { risk: 'LOW', safeContact: 'CALL_OK', phone: '76 11 22 33' }
    const values = { ...answers, _version: await versionOf(aicha.id) }
    expect((await post(writeSafety, { as: lead, params: { code: aicha.code }, values })).status).toBe(303)
    for (const typed of ['76112233', '+223 76-11-22-33', '٧٦١١٢٢٣٣', '76 11 22 33'])
      expect(await codes(lead, typed), typed).toEqual([aicha.code])
    expect(await why(lead, '76112233')).toBe('PHONE')
    expect(await codes(lead, '76112234')).toEqual([])
  })

  test('a new name is found at once and the old one no more', async () => {
    const one = await registered(lead, { given: 'Salimata', family: 'Konaté' })
    const values = {
      ...identityValues({ given: 'Rokia', family: 'Konaté' }),
      _version: await versionOf(one.id),
    }
    await post(writeIdentity, { as: lead, params: { code: one.code }, values })
    expect(await codes(lead, 'Rokiatou Konate')).toEqual([one.code])
    expect(await codes(lead, 'Salimata')).toEqual([])
  })

  test('somebody of the household leads to the file, which says so', async () => {
    const one = await registered(lead, { given: 'Nana', family: 'Maïga' })
    const member = { memberGiven: 'Attaher', memberSex: 'M', memberAge: '7', memberRole: 'CHILD' }
    const sent = {
      as: lead,
      params: { code: one.code },
      values: { ...member, _version: await versionOf(one.id) },
    }
    expect((await post(addMember, sent)).status).toBe(303)
    expect(await codes(lead, 'Altaher')).toEqual([one.code])
    expect(await why(lead, 'Altaher')).toBe('AT_HOME')
  })
})

test('whoever says no to a file is not found any more: nothing of their name stays filed', async () => {
  const one = await registered(lead, { given: 'Djénéba', family: 'Sanogo' })
  expect(await codes(lead, 'Djeneba')).toEqual([one.code])
  const no = { answer: 'REFUSED', stats: 'NO', _version: '1' }
  expect((await post(answer, { as: lead, params: { code: one.code }, values: no })).status).toBe(303)
  expect(await codes(lead, 'Djeneba')).toEqual([])
  expect(await root()`select from app.name_tokens where case_id = ${one.id}`).toHaveLength(0)
})

describe('nobody finds whom they may not open', () => {
  test('a colleague of the same office, a supervisor of another and whoever has no cases find nothing', async () => {
    for (const who of [other, elsewhere]) expect(await codes(who, 'Aïchata Touré')).toEqual([])
    expect(await codes(supervisor, 'Aïchata Touré')).toEqual([aicha.code])
  })

  test('no login reads a token or writes one for somebody else’s case', async () => {
    const [row] = await root()`select person_id as id from app.name_tokens where case_id = ${aicha.id}`
    for (const who of [other, supervisor, elsewhere]) {
      for (const table of ['name_tokens', 'restricted_tokens', 'alert_tokens', 'token_makers'])
        await expect(
          presenting(raw('web'), who.token, (tx) => tx.unsafe(`select * from app.${table}`)),
        ).rejects.toThrow(/permission denied/)
      const written = presenting(
        raw('web'),
        who.token,
        (tx) => tx`select app.keep_tokens(${row?.id}, '{1}'::bigint[])`,
      )
      await expect(written).rejects.toThrow(/nobody of this case/)
    }
  })

  test('a token that is known all the same leads nobody to a case out of their reach', async () => {
    const [row] = await root()`select tokens::text from app.name_tokens where case_id = ${aicha.id}`
    const asked = (who: SignedIn) =>
      presenting(
        raw('web'),
        who.token,
        (tx) =>
          tx`select * from app.find_people(array[${row?.tokens}]::text[], array[${row?.tokens}]::text[], null, null, 50)`,
      )
    expect(await asked(lead)).toHaveLength(1)
    for (const who of [other, elsewhere]) expect(await asked(who)).toHaveLength(0)
  })

  test('restricted people leave the common table in the same act and are found by those who are named', async () => {
    const one = await registered(lead, { given: 'Zeïnabou', family: 'Dicko' })
    expect(await codes(supervisor, 'Zeinabou')).toEqual([one.code])
    const named = await signedIn('SUPERVISOR', 'MOP')
    const [row] = await root()`select version from app.cases where id = ${one.id}`
    const values = {
      supervisors: [named.id],
      restrictReason: 'REPRISAL',
      _version: String(row?.version),
    }
    expect((await post(restrict, { as: lead, params: { code: one.code }, values })).status).toBe(303)
    const left = await root()`select tokens from app.name_tokens where case_id = ${one.id}`
    const apart = await root()`select tokens from app.restricted_tokens where case_id = ${one.id}`
    expect([left.length, apart.length]).toEqual([0, 1])
    expect(await codes(supervisor, 'Zeinabou')).toEqual([])
    expect(await codes(other, 'Zeinabou')).toEqual([])
    for (const who of [named, lead]) expect(await codes(who, 'Zeinabou')).toEqual([one.code])
  })
})

describe('the box', () => {
  test('finds waiting alerts by the name in them, for who triages them, until they are triaged', async () => {
    const agent = await signedIn('DTM_ENUM', 'MOP')
    const id = await raised(raise, agent, { given: 'Bintou', family: 'Sangaré', safeContact: '66 77 88 99' })
    const [row] = await root()`select code from app.alerts where id = ${id}`
    for (const typed of ['Binta Sangare', '66778899'])
      expect(await codes(supervisor, typed)).toEqual([row?.code])
    expect(await codes(lead, 'Bintou Sangaré')).toEqual([])
    await root()`update app.alerts set state = 'NO_ACTION', reason = 'NOT_FOUND', triaged_by = ${supervisor.id},
      triaged_at = clock.casework_now(), version = version + 1 where id = ${id}`
    expect(await codes(supervisor, 'Bintou Sangaré')).toEqual([])
  })

  test('says of a code that is almost one that it is none, and of a year alone that it is nobody', async () => {
    for (const typed of ['MLP-0000-000', 'R-12', '1990', '???'])
      expect(await codes(lead, typed), typed).toBe('not-understood')
    expect(await codes(lead, ' ')).toBe('nothing-asked')
  })

  test('tells the log kinds and hits, never a word', async () => {
    const found = await reading(lead, (ctx) => search(ctx, { q: 'Aïchata Touré 76112233 1984' }))
    expect(found.subject).toEqual({ type: 'search', id: '', caseId: null })
    expect(found.detail).toEqual({ kinds: ['NAME', 'PHONE', 'YEAR'], hits: 1 })
  })

  test('asks for a second fact where more than 200 answer to one', async () => {
    await root().begin(async (tx) => {
      await tx`set local session_replication_role = replica`
      await tx`insert into app.people (id, case_id, office_id, sensitivity, standing, sex, key_id, identity)
        select gen_random_uuid(), p.case_id, p.office_id, 'S3', 'HOUSEHOLD', 'F', p.key_id, p.identity
        from app.people p, generate_series(1, 201) where p.case_id = ${aicha.id} and p.standing = 'PRINCIPAL'`
      await tx`insert into app.name_tokens (person_id, case_id, office_id, tokens)
        select p.id, p.case_id, p.office_id, t.tokens from app.people p, app.name_tokens t
        where p.case_id = ${aicha.id} and p.standing = 'HOUSEHOLD' and t.case_id = p.case_id`
    })
    expect(await codes(lead, 'Aïchata')).toBe('too-many')
    expect(await codes(lead, 'Aïchata 1984')).toEqual([aicha.code])
    await root()`delete from app.people where case_id = ${aicha.id} and standing = 'HOUSEHOLD'`
  })

  test('finds as before when everybody is filed anew, and files nobody twice', async () => {
    const filed = () => root()`select person_id, tokens::text from app.name_tokens order by 1`
    const before = await filed()
    const anew = () =>
      root().begin(async (tx) => {
        await tx`set local role relais_owner`
        await tx`select set_config('relais.maintenance', 'on', true)`
        return refileEverybody(tx)
      })
    expect(await anew()).toBeGreaterThan(3)
    expect(await filed()).toEqual(before)
    expect(await anew()).toBe(0)
  })
})

test('whoever searches often is slowed down as whoever opens many files is', async () => {
  await root()`update app.settings set value = 3 where key = 'reading.budget'`
  const eager = await signedIn('SOCIAL_WORKER', 'MOP')
  const excess = () =>
    presenting(raw('web'), eager.token, async (tx) => {
      const [row] = await tx`select audit.append('case.search', 'search', '', null, 'done', '{}') as excess`
      return Number(row?.excess)
    })
  const seen: number[] = []
  for (let search = 0; search < 5; search += 1) seen.push(await excess())
  expect(seen.slice(0, 3)).toEqual([0, 0, 0])
  expect(seen.at(-1)).toBeGreaterThan(0)
})
