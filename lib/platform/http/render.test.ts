import { request, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { closeServers, get, html, serve } from '@/lib/server/test-server'

afterEach(closeServers)

describe('the request on its way in', () => {
  it('carries our reference and nobody else’s word', async () => {
    const url = await serve((req, res) => {
      res.setHeader('content-type', 'application/json')
      res.end(JSON.stringify(req.headers))
    })
    const forged = {
      'x-forwarded-host': 'evil.example',
      'x-relais-reference': 'R-0000-00',
      'if-none-match': '"1"',
    }
    const seen: unknown = JSON.parse((await get(url, forged)).body.toString())
    expect(seen).toMatchObject({ 'x-forwarded-host': url.host, 'x-forwarded-proto': 'http' })
    expect(seen).toMatchObject({ 'x-relais-client': '127.0.0.1' })
    expect(seen).toMatchObject({ 'x-relais-reference': expect.not.stringContaining('0000-00') })
    expect(seen).not.toHaveProperty('if-none-match')
  })

  it('finds health under any host name', async () => {
    const url = await serve((_, res) => res.end())
    const { status, body } = await get(new URL('/api/health', url), { host: 'probe' })
    expect([status, JSON.parse(body.toString())]).toEqual([200, { boot: 'b1', ok: true }])
  })

  it('waits for a place behind eight of its own, and passes those of others', async () => {
    const asked: string[] = []
    const waiting: ServerResponse[] = []
    const url = await serve((req, res) => {
      asked.push(req.url ?? '')
      waiting.push(res)
    })
    const of = (who: string) => ({ cookie: `__Host-relais-0a-sid=${who.padEnd(43, 'x')}` })
    const many = Array.from({ length: 20 }, (_, n) => get(new URL(`/many/${n}`, url), of('many')))
    while (waiting.length < 8) await new Promise((resolve) => setImmediate(resolve))
    const one = get(new URL('/one', url), of('one'))
    while (!asked.includes('/one')) await new Promise((resolve) => setImmediate(resolve))
    expect(asked).toHaveLength(9)
    for (let answered = 0; answered < 21; await new Promise((resolve) => setImmediate(resolve)))
      for (const res of waiting.splice(0)) {
        html(res, '<p>ok</p>')
        answered += 1
      }
    expect((await Promise.all([...many, one])).map(({ status }) => status)).toEqual(Array(21).fill(200))
  })

  it('may be given up without harm', async () => {
    const left: Promise<void>[] = []
    const url = await serve((_, res) => {
      left.push(new Promise((resolve) => res.once('close', resolve)))
      res.setHeader('content-type', 'text/html')
      res.write('<p>')
      res.once('close', () => res.end('</p>'))
    })
    const sent = request(url).on('error', () => undefined)
    sent.end()
    while (left.length === 0) await new Promise((resolve) => setImmediate(resolve))
    sent.destroy()
    await Promise.all(left)
    expect((await get(new URL('/api/health', url))).status).toBe(200)
  })
})
