import { beforeAll, describe, expect, test } from 'vitest'
import { POST as finish } from '@/app/api/v1/cases/[code]/finish/route'
import { POST as rateAndOpen } from '@/app/api/v1/cases/[code]/rate-and-open/route'
import { POST as safety } from '@/app/api/v1/cases/[code]/safety/route'
import { POST as openCase } from '@/app/api/v1/cases/route'
import { translator } from '@/lib/base/i18n/translate'
import { viewCase } from '@/lib/desks/case-file/case-file'
import { as, type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { adult } from '@/lib/testing/factories/consent-answers'
import { registered } from '@/lib/testing/factories/registered'
import { salimata } from '@/lib/testing/factories/two-files'
import { post } from '@/lib/testing/requests'

let lead: SignedIn
let supervisor: SignedIn
let elsewhere: SignedIn
beforeAll(async () => {
  lead = await signedIn('SOCIAL_WORKER', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
  elsewhere = await signedIn('SUPERVISOR', 'GAO')
})

const begin = async () =>
  (await post(openCase, { as: lead, values: adult })).headers.get('location')?.split('/')[2] ?? ''
const rate = async (code: string) => {
  const [row] =
    await root()`select p.version from app.people p join app.cases c on c.id = p.case_id where c.code = ${code}`
  return post(safety, {
    as: lead,
    params: { code },
    values: { risk: 'MEDIUM', safeContact: 'IN_PERSON', _version: String(row?.version) },
  })
}
async function opens(who: SignedIn, code: string) {
  const [row] = await root()`select version from app.cases where code = ${code}`
  const values = { _version: String(row?.version) }
  const answer = await post(finish, { as: who, params: { code }, values, json: true })
  const body = (await answer.json()) as { location?: string; error?: { reason?: string } }
  return body.location ?? body.error?.reason
}

describe('a draft whose lead is away', () => {
  test('is opened by a supervisor of its office, who met nobody', async () => {
    const code = await begin()
    await rate(code)
    await root()`update app.cases set last_contact_on = null, version = version + 1 where code = ${code}`
    expect(await opens(supervisor, code)).toBe(`/cases/${code}?done=registered`)
    const [row] =
      await root()`select state, last_party, last_contact_on, registered_at is not null as registered
      from app.cases where code = ${code}`
    expect(row).toEqual({ state: 'OPEN', last_party: 'supervisor', last_contact_on: null, registered: true })
  })

  test('says in its timeline who opened it', async () => {
    const code = await begin()
    await rate(code)
    await opens(supervisor, code)
    const file = await as(lead, (ctx) => viewCase({ ...ctx, t: translator('fr') }, code))
    const events = 'view' in file && file.view ? file.view.events : []
    expect(events.find(({ kind }) => kind === 'registered')?.who).toBe('SUPERVISOR MOP')
  })

  test('opens for nobody while a file that may be of the same person is unanswered', async () => {
    await registered(lead, salimata)
    const { code } = await registered(lead, salimata)
    await rate(code)
    expect([await opens(lead, code), await opens(supervisor, code)]).toEqual(['maybe-known', 'maybe-known'])
  })

  test('opened meanwhile, the lead who rated it reads which risk they had chosen', async () => {
    const code = await begin()
    await rate(code)
    await opens(supervisor, code)
    const values = { risk: 'HIGH', safeContact: 'IN_PERSON', phone: '65000001' }
    const late = await post(rateAndOpen, { as: lead, params: { code }, values })
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toContain('SUPERVISOR MOP')
    expect(page).toContain('Risque\u00a0: Élevé')
    expect(page).toContain('65000001')
  })

  test('stays a draft while nobody has rated the risk', async () => {
    expect(await opens(supervisor, await begin())).toBe('no-risk')
  })

  test('is nobody’s to open in another office', async () => {
    const code = await begin()
    await rate(code)
    expect(await opens(elsewhere, code)).toBe('not-found')
  })
})
