import { beforeAll, describe, expect, test } from 'vitest'
import { POST as close } from '@/app/api/v1/alerts/[id]/close/route'
import { POST as raise } from '@/app/api/v1/alerts/route'
import { type SignedIn, signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { alertValues, raised } from '@/lib/testing/factories/alert-values'
import { census, growth, post } from '@/lib/testing/requests'

let agent: SignedIn
let supervisor: SignedIn

beforeAll(async () => {
  agent = await signedIn('DTM_ENUM', 'MOP')
  supervisor = await signedIn('SUPERVISOR', 'MOP')
})

/** What a request answered and what it wrote. */
async function outcomeOf(sending: Parameters<typeof post>[1], endpoint = raise) {
  const before = await census()
  const answer = await post(endpoint, sending)
  return { status: answer.status, answer, wrote: growth(before, await census()) }
}
const values = alertValues()
const large = 'x'.repeat(1_048_577)

describe('a request that is not one of our forms writes nothing at all', () => {
  test.each([
    ['from another site', 403, { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['from a sibling of this site', 403, { headers: { 'sec-fetch-site': 'same-site' } }],
    ['typed into the address bar', 403, { headers: { 'sec-fetch-site': 'none' } }],
    ['without site and origin', 403, { without: ['sec-fetch-site'] }],
    [
      'from a foreign origin',
      403,
      { without: ['sec-fetch-site'], headers: { origin: 'http://127.0.0.1:3001' } },
    ],
    ['with origin null', 403, { without: ['sec-fetch-site'], headers: { origin: 'null' } }],
    ['as plain text', 415, { headers: { 'content-type': 'text/plain' } }],
    ['as an upload', 415, { headers: { 'content-type': 'multipart/form-data; boundary=x' } }],
    ['larger than a megabyte', 413, { body: large }],
    ['that only claims to be small', 413, { body: large, headers: { 'content-length': '10' } }],
    ['with a broken escape', 400, { body: 'given=%E0%A4%A' }],
    ['with bytes that are no text', 400, { body: new Uint8Array([103, 61, 255, 254]) }],
    ['with NUL in a name', 400, { body: 'given=%00' }],
    ['with half a character', 400, { body: '{"given":"\\ud800"}', json: true }],
    ['with broken JSON', 400, { body: '{"given":', json: true }],
    ['with a list instead of an object', 400, { body: '[]', json: true }],
    ['with an object inside', 400, { body: '{"given":{"a":1}}', json: true }],
  ] as const)('%s', async (_, status, sending) => {
    expect(await outcomeOf({ as: agent, values, ...sending })).toMatchObject({ status, wrote: {} })
  })

  test('while our own origin is enough where a browser sends no more', async () => {
    const origin = { origin: 'http://127.0.0.1:3000' }
    const { status } = await outcomeOf({ as: agent, values, without: ['sec-fetch-site'], headers: origin })
    expect(status).toBe(303)
  })
})

describe('a request of somebody who may not', () => {
  test('writes one line in the log and nothing else', async () => {
    for (const role of ['SUPERVISOR', 'SOCIAL_WORKER', 'IM', 'ADMIN', 'DPO', 'DONOR_VIEW'] as const) {
      const who = await signedIn(role, 'MOP')
      expect(await outcomeOf({ as: who, values })).toMatchObject({
        status: 403,
        wrote: { 'audit.events': 1 },
      })
    }
    const [row] = await root()`select outcome, detail, action from audit.events order by id desc limit 1`
    expect(row).toMatchObject({ outcome: 'refused', action: 'alert.raise', detail: '{"reason":"role"}' })
  })

  test('with a session of the other kind is asked to sign in', async () => {
    const agency = await signedIn('PARTNER_FP', 'UNICEF')
    expect(await outcomeOf({ as: agency, values })).toMatchObject({ status: 401, wrote: {} })
    expect(await outcomeOf({ as: { kind: 'staff', token: agency.token }, values })).toMatchObject({
      wrote: {},
    })
  })

  test('a second decision on one alert is explained, not made', async () => {
    const id = await raised(raise, agent)
    const sending = { as: supervisor, params: { id }, values: { reason: 'NOT_FOUND' } }
    await post(close, sending)
    expect(await outcomeOf(sending, close)).toMatchObject({ status: 409, wrote: { 'audit.events': 1 } })
  })
})

describe('what is out of sight and what does not exist', () => {
  test('get the same answer, byte for byte but for the reference, and both are logged with the id asked for', async () => {
    const gao = await signedIn('SUPERVISOR', 'GAO')
    const invisible = await raised(raise, agent)
    const absent = crypto.randomUUID()
    const ask = async (id: string, json: boolean) => {
      const { answer, status, wrote } = await outcomeOf(
        { as: gao, params: { id }, values: { reason: 'NOT_FOUND' }, json },
        close,
      )
      const body = (await answer.text()).replaceAll(/R-[0-9A-Z]{4}-\d\d/g, 'R')
      return { status, wrote, body, headers: [...answer.headers] }
    }
    for (const json of [false, true]) {
      expect(await ask(invisible, json)).toEqual(await ask(absent, json))
      expect(await ask(invisible, json)).toMatchObject({ status: 404, wrote: { 'audit.events': 1 } })
    }
    const logged =
      await root()`select distinct object_id from audit.events where outcome = 'missing' and actor_id = ${gao.id}`
    expect(logged.map(({ object_id }) => object_id).sort()).toEqual([invisible, absent].sort())
  })

  test('an id that is none is no different', async () => {
    for (const id of ['1', "' or true --", 'x'.repeat(5000), '../..'])
      expect(
        await outcomeOf({ as: supervisor, params: { id }, values: { reason: 'NOT_FOUND' } }, close),
      ).toMatchObject({ status: 404 })
  })
})
