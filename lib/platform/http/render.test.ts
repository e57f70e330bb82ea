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

  it('is told to come back when too many are in hand, and served again after one left', async () => {
    const waiting: ServerResponse[] = []
    const url = await serve((_, res) => {
      waiting.push(res)
    })
    const agents = Array.from({ length: 64 }, () => get(url))
    while (waiting.length < 64) await new Promise((resolve) => setImmediate(resolve))
    const refused = await get(url)
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5'])
    for (const res of waiting.splice(0)) html(res, '<p>ok</p>')
    await Promise.all(agents)
    const served = get(url)
    while (waiting.length < 1) await new Promise((resolve) => setImmediate(resolve))
    for (const res of waiting) html(res, '<p>ok</p>')
    expect((await served).status).toBe(200)
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
