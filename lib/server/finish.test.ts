import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { currentRequest } from '@/lib/base/request/request-record'
import { LogSink } from '@/lib/platform/http/log-sink'
import { FINISHED } from '@/lib/platform/http/refusal-response'
import { closeServers, type Got, get, html, serve } from './test-server'

const LINK = '<link rel="stylesheet" href="/css/relais.abc.css"/>'

afterEach(closeServers)

describe('a page on its way out', () => {
  it('is collected, cleaned and kept in no cache', async () => {
    const url = await serve((_, res) => html(res, '<p>é</p><script>self.__next_f</script>'))
    const { status, headers, body } = await get(url)
    expect([status, body.toString()]).toEqual([200, '<p>é</p>'])
    expect(headers['content-length']).toBe(String(body.length))
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    expect(headers['content-security-policy']).toContain(`script-src ${url.origin}/js/;`)
    for (const name of ['etag', 'vary', 'x-nextjs-cache', 'strict-transport-security']) {
      expect(headers).not.toHaveProperty(name)
    }
  })

  it('carries the stylesheet to a new browser and links it later', async () => {
    const url = await serve((_, res) => html(res, `<head>${LINK}</head>`))
    const first = await get(url)
    expect(first.body.toString()).toBe(
      '<head><style>p{color:red}</style><link rel="prefetch" as="style" href="/css/relais.abc.css"></head>',
    )
    expect(first.headers['content-security-policy']).toContain("style-src 'self' 'sha256-xyz=';")
    expect(first.headers['set-cookie']).toEqual(['css=abc; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax'])
    const later = await get(url, { cookie: 'lang=fr; css=abc' })
    expect(later.body.toString()).toBe(`<head>${LINK}</head>`)
    expect(later.headers['content-security-policy']).toContain("style-src 'self';")
    expect(later.headers).not.toHaveProperty('set-cookie')
  })

  it('is compressed as the browser asks', async () => {
    const page = `<p>${'mot '.repeat(200)}</p>`
    const url = await serve((_, res) => html(res, page))
    const brotli = await get(url, { 'accept-encoding': 'gzip, br' })
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(brotli.body).toString()).toBe(page)
    const gzip = await get(url, { 'accept-encoding': 'gzip, br;q=0' })
    expect(gunzipSync(gzip.body).toString()).toBe(page)
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const seen: (string | undefined)[] = []
    const url = await serve((req, res) => {
      seen.push(req.method)
      html(res, '<p>corps</p>')
    })
    const { headers, body } = await get(url, {}, 'HEAD')
    expect([headers['content-length'], body.length, seen]).toEqual(['12', 0, ['GET']])
  })

  it('is told over https that https must stay', async () => {
    const origin = new URL('https://relais.example')
    const url = await serve((_, res) => html(res, LINK), { origin })
    const { headers } = await get(url, { host: 'relais.example' })
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect(String(headers['set-cookie'])).toContain('; Secure')
  })

  it('loses its blank body when it is a redirect', async () => {
    const url = await serve((_, res) => {
      res.setHeader('location', '/work')
      html(res, '<html id="__next_error__">', 307)
    })
    const { status, headers, body } = await get(url)
    expect([status, headers.location, body.length]).toEqual([307, '/work', 0])
  })
})

describe('what is not a page', () => {
  it('streams through untouched, with our headers', async () => {
    const url = await serve((_, res) => {
      res.writeHead(200, ['content-type', 'text/csv', 'vary', 'rsc'])
      res.write('a,b\n')
      res.end('<script>1</script>')
    })
    const { headers, body } = await get(url)
    expect(body.toString()).toBe('a,b\n<script>1</script>')
    expect(headers).toMatchObject({ 'content-type': 'text/csv', 'cache-control': 'no-store' })
    expect(headers).not.toHaveProperty('vary')
  })

  it('streams a body that is compressed already', async () => {
    const packed = gzipSync('<p>déjà</p>')
    const url = await serve((_, res) => {
      res.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' })
      res.end(packed)
    })
    expect((await get(url)).body.equals(packed)).toBe(true)
  })
})

describe('an error on its way out', () => {
  it('becomes a readable page with the status, in the person’s language', async () => {
    const url = await serve((_, res) => html(res, '<html id="__next_error__">', 404))
    const french = await get(url)
    expect([french.status, french.body.toString()]).toEqual([404, expect.stringContaining('n’existe pas')])
    expect((await get(url, { cookie: 'lang=en' })).body.toString()).toContain('does not exist')
  })

  it('shows absent and invisible alike, the reference apart', async () => {
    const url = await serve((req, res) => {
      const record = currentRequest()
      if (record && req.url === '/hidden') record.refusal = { status: 404, reason: 'not-found' }
      html(res, '<html id="__next_error__">', 404)
    })
    const [absent, hidden] = await Promise.all([get(new URL('/absent', url)), get(new URL('/hidden', url))])
    const unnamed = ({ body }: Got) => body.toString().replace(/R-\w{4}-\d{2}/, '')
    expect(unnamed(absent)).toBe(unnamed(hidden))
    expect(absent.body.equals(hidden.body)).toBe(false)
  })

  it('lets a recorded refusal win over whatever was rendered', async () => {
    const url = await serve((_, res) => {
      const record = currentRequest()
      if (record)
        record.refusal = { status: 403, reason: 'x', values: { title: 'Pas <vous>', lead: 'Car non.' } }
      html(res, '<p>secret</p>')
    })
    const { status, body } = await get(url)
    expect(status).toBe(403)
    expect(body.toString()).toContain('<h1>Pas &lt;vous&gt;</h1><p class="lead">Car non.</p>')
    expect(body.toString()).not.toContain('secret')
  })

  it('keeps an error page that a route handler finished itself', async () => {
    const url = await serve((_, res) => {
      res.setHeader(FINISHED, '1')
      html(res, '<p>à corriger</p>', 422)
    })
    const { status, headers, body } = await get(url)
    expect([status, body.toString()]).toEqual([422, '<p>à corriger</p>'])
    expect(headers).not.toHaveProperty(FINISHED)
  })

  it('becomes JSON for a program, also when the framework only gave a status', async () => {
    const url = await serve((_, res) => {
      res.statusCode = 405
      res.end()
    })
    const { status, headers, body } = await get(new URL('/api/v1/cases', url))
    expect([status, headers.allow]).toEqual([405, 'POST'])
    expect(JSON.parse(body.toString())).toMatchObject({ error: { status: 405, reason: 'general' } })
    const page = await get(new URL('/api/v1/cases', url), { accept: 'text/html' })
    expect(page.headers['content-type']).toContain('text/html')
  })

  it('is readable even when the framework throws', async () => {
    const log = vi.spyOn(LogSink.prototype, 'write').mockReturnValue()
    const url = await serve(() => Promise.reject(new Error('broken')))
    const { status, body } = await get(url)
    expect(log).toHaveBeenCalledWith(expect.stringContaining('"message":"broken"'))
    log.mockRestore()
    expect([status, body.toString()]).toEqual([500, expect.stringContaining('de notre côté')])
  })
})
