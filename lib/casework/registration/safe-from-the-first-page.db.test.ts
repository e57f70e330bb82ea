import { beforeAll, describe, expect, test } from 'vitest'
import { POST as answer } from '@/app/api/v1/cases/[code]/consent/route'
import { POST as openCase } from '@/app/api/v1/cases/route'
import { viewPerson } from '@/lib/desks/case-file/view-person'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { adult } from '@/lib/testing/factories/consent-answers'
import { reading } from '@/lib/testing/reading'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
})

const safely = { safeContact: 'IN_PERSON', withholdFrom: ['FAMILY'] }
const begin = async (values: Record<string, string | string[]> = {}) =>
  (
    await post(openCase, { as: lead, values: { ...adult, source: 'WALKIN', age: '31', ...values } })
  ).headers.get('location') ?? ''
const codeOf = (location: string) => location.split('/')[2] ?? ''
const personOf = async (code: string) => {
  const seen = await reading(lead, (ctx) => viewPerson(ctx, code))
  if (!('view' in seen) || !seen.view) throw new Error('not in reach')
  return seen.view.head.person
}

describe('how to reach the person safely, and whom never to tell', () => {
  test('is kept from the first page on, with their yes', async () => {
    const person = await personOf(codeOf(await begin(safely)))
    expect(person.safeContact).toBe('IN_PERSON')
    expect(person.identity.withholds).toEqual([{ from: 'FAMILY', reason: '' }])
  })

  test('need not be said there', async () => {
    const person = await personOf(codeOf(await begin()))
    expect([person.safeContact, person.identity.withholds]).toEqual([null, []])
  })

  test('leaves nothing behind after a no', async () => {
    const people = async () => Number((await root()`select count(*) as n from app.people`)[0]?.n)
    const before = await people()
    expect(await begin({ ...safely, answer: 'REFUSED', stats: 'NO' })).toBe('/cases/new/no')
    expect(await people()).toBe(before)
  })

  test('leaves no form behind either that came back before the no, however often', async () => {
    const drafts = async () =>
      Number((await root()`select count(*) as n from app.drafts where user_id = ${lead.id}`)[0]?.n)
    for (const witness of ['Invented One', 'Invented Two'])
      expect(await begin({ ...safely, witness, answer: '' })).toContain('draft=')
    expect(await drafts()).toBe(2)
    expect(await begin({ ...safely, answer: 'REFUSED', stats: 'NO' })).toBe('/cases/new/no')
    expect(await drafts()).toBe(0)
  })

  test('is added to what was said before when the first page is answered again; nobody is taken off', async () => {
    const code = codeOf(await begin(safely))
    const [row] = await root()`select version from app.cases where code = ${code}`
    const { answer: yes, giver, mode, language, stats } = adult
    const values = {
      answer: yes,
      giver,
      mode,
      language,
      stats,
      withholdFrom: ['AUTHORITIES'],
      _version: String(row?.version),
    }
    const said = await post(answer, { as: lead, params: { code }, values, json: true })
    expect(await said.json()).toMatchObject({ location: `/cases/${code}/register/identity` })
    const person = await personOf(code)
    expect(person.safeContact).toBe('IN_PERSON')
    expect(person.identity.withholds.map(({ from }) => from)).toEqual(['FAMILY', 'AUTHORITIES'])
  })
})
