import { beforeAll, describe, expect, test } from 'vitest'
import { POST as finish } from '@/app/api/v1/cases/[code]/finish/route'
import { POST as safety } from '@/app/api/v1/cases/[code]/safety/route'
import { POST as openCase } from '@/app/api/v1/cases/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { adult } from '@/lib/testing/factories/consent-answers'
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

  test('stays a draft while nobody has rated the risk', async () => {
    expect(await opens(supervisor, await begin())).toBe('no-risk')
  })

  test('is nobody’s to open in another office', async () => {
    const code = await begin()
    await rate(code)
    expect(await opens(elsewhere, code)).toBe('not-found')
  })
})
