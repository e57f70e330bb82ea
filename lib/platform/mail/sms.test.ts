import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { smsGateway } from '@/lib/testing/sms-gateway'
import { type Gateway, requestOf, sendSms } from './sms'

let gateway: Awaited<ReturnType<typeof smsGateway>>
const sms = { id: 'one', to: '+22366000000', text: 'Relais : "a"\nb' }
const asked = (more: Partial<Gateway> = {}): Gateway => ({
  url: gateway.url,
  method: 'POST',
  header: 'Authorization: Bearer word',
  body: '{"to":"{to}","text":"{text}","id":"{id}"}',
  ...more,
})
const sent = (more?: Partial<Gateway>) =>
  sendSms(sms, asked(more)).then(
    () => 'SENT',
    (error: Error) => error.name,
  )

beforeAll(async () => {
  gateway = await smsGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.received.length = 0
  gateway.answers()
})

describe('a gateway of SMS is asked as it wants', () => {
  test('by JSON, with a header of its own and the number that makes it one', async () => {
    expect(await sent()).toBe('SENT')
    const [one] = gateway.received
    expect(one).toMatchObject({ method: 'POST', path: '/send', key: 'one', authorization: 'Bearer word' })
    expect(JSON.parse(one?.body ?? '')).toEqual({ to: sms.to, text: sms.text, id: 'one' })
  })

  test('by the fields of a form, or by its address alone', () => {
    expect(requestOf(sms, asked({ body: 'n={to}&m={text}' })).body).toBe(
      'n=%2B22366000000&m=Relais%20%3A%20%22a%22%0Ab',
    )
    const plain = requestOf(sms, asked({ method: 'GET', url: 'https://sms.example/?n={to}&i={id}' }))
    expect([plain.url, plain.body]).toEqual(['https://sms.example/?n=%2B22366000000&i=one', ''])
  })
})

describe('what its answer means', () => {
  test.each([
    [200, 'SENT'],
    [401, 'RefusesUs'],
    [404, 'RefusesUs'],
    [302, 'RefusesUs'],
    [410, 'Refused'],
    [422, 'Refused'],
    [429, 'NotYet'],
    [503, 'NotYet'],
    [504, 'Unsure'],
    [0, 'Unsure'],
  ])('%i: %s', async (code, name) => {
    gateway.answers(() => code)
    expect(await sent()).toBe(name)
  })

  test('nobody there: it was handed to nobody', async () => {
    expect(await sent({ url: 'http://127.0.0.1:1/' })).toBe('NotYet')
  })
})
