import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BODY_LIMIT, UPLOAD_LIMIT } from './body-limit'
import { type Asked, guard } from './guard'

const origin = new URL('http://127.0.0.1:3000')

function ask({ headers, ...rest }: Partial<Asked> = {}) {
  return guard(
    { method: 'GET', url: '/work', ...rest, headers: { host: '127.0.0.1:3000', ...headers } },
    origin,
  )
}

function statusOf(verdict: ReturnType<typeof guard>): number | 'pass' {
  return verdict.pass ? 'pass' : verdict.status
}

describe('guard', () => {
  it('lets pages be read and the API be read and written', () => {
    expect(ask()).toEqual({ pass: true, path: '/work' })
    expect(statusOf(ask({ method: 'HEAD' }))).toBe('pass')
    expect(statusOf(ask({ method: 'POST', url: '/api/v1/cases' }))).toBe('pass')
    expect(statusOf(ask({ url: '/cases?q=a%2Fb&sort=name' }))).toBe('pass')
  })

  it('refuses every other method and names the allowed ones', () => {
    expect(ask({ method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
    expect(ask({ method: 'DELETE', url: '/api/v1/cases' })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD, POST' },
    })
    for (const method of ['PUT', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'PROPFIND']) {
      expect(statusOf(ask({ method }))).toBe(405)
    }
    expect(statusOf(ask({ method: 'POST', url: '/apiary' }))).toBe(405)
  })

  it('answers under its own host only and sends localhost there', () => {
    expect(statusOf(ask({ headers: { host: 'relais.example' } }))).toBe(421)
    expect(statusOf(ask({ headers: { host: '127.0.0.1:3001' } }))).toBe(421)
    const local = ask({ url: '/cases?q=1', headers: { host: 'localhost:3000' } })
    expect(local).toMatchObject({ status: 307, headers: { location: 'http://127.0.0.1:3000/cases?q=1' } })
    expect(statusOf(ask({ method: 'POST', url: '/api/v1/cases', headers: { host: 'localhost:3000' } }))).toBe(
      421,
    )
    expect(statusOf(guard({ method: 'GET', url: '/', headers: {} }, origin))).toBe(421)
  })

  it.each([
    'rsc',
    'next-router-state-tree',
    'next-router-prefetch',
    'next-action',
    'next-url',
    'x-nextjs-data',
    'x-middleware-subrequest',
    'x-middleware-rewrite',
    'x-matched-path',
    'x-invoke-path',
    'x-prerender-revalidate',
  ])('refuses the header %s that steers the framework', (name) => {
    expect(statusOf(ask({ headers: { [name]: '1' } }))).toBe(400)
  })

  it('keeps headers that only look alike', () => {
    expect(statusOf(ask({ headers: { 'x-rsc': '1', nextdoor: '1' } }))).toBe('pass')
  })

  it.each(['/work?_rsc=abc', '/work?a=1&%5Frsc=abc', '/work?nxtPcode=x', '/work?__nextLocale=fr'])(
    'refuses the query of %s',
    (url) => expect(statusOf(ask({ url }))).toBe(400),
  )

  it.each([
    '/work.rsc',
    '/cases.segments/_tree.segment.rsc',
    '/_next/image?url=x',
    '/_next/data/b/x.json',
    '/_next/static/chunks/a.js',
    '/%5Fnext/static/a.js',
    '/_NEXT/x',
    '/_not-found',
    '/assets.json',
  ])('hides the framework’s own path %s', (url) => expect(statusOf(ask({ url }))).toBe(404))

  it.each(['/a%00b', '/a%ZZ', '//relais.example', '/a//b', '/a%5cb', 'http://relais.example/', '*'])(
    'refuses the damaged address %s',
    (url) => expect(statusOf(ask({ url }))).toBe(400),
  )

  it('limits address and body before reading them', () => {
    const post = { method: 'POST', url: '/api/v1/cases' }
    expect(statusOf(ask({ url: `/cases?q=${'a'.repeat(5000)}` }))).toBe(414)
    expect(statusOf(ask({ ...post, headers: { 'content-length': String(BODY_LIMIT) } }))).toBe('pass')
    expect(statusOf(ask({ ...post, headers: { 'content-length': String(BODY_LIMIT + 1) } }))).toBe(413)
    expect(statusOf(ask({ ...post, headers: { 'transfer-encoding': 'chunked' } }))).toBe(411)
  })

  it('takes ten times as much where a file is sent, by the one address, to whoever shows a session', () => {
    const of = (length: number, more: Record<string, string> = {}) => ({
      method: 'POST',
      url: '/api/v1/cases/MLP-1/documents',
      headers: {
        'content-length': String(length),
        'content-type': 'multipart/form-data; boundary=x',
        cookie: `__Host-relais-0a-sid=${'s'.repeat(43)}`,
        ...more,
      },
    })
    expect(statusOf(ask(of(UPLOAD_LIMIT)))).toBe('pass')
    expect(statusOf(ask(of(UPLOAD_LIMIT + 1)))).toBe(413)
    expect(statusOf(ask(of(UPLOAD_LIMIT, { cookie: '' })))).toBe(413)
    expect(statusOf(ask(of(UPLOAD_LIMIT, { 'content-type': 'application/json' })))).toBe(413)
    expect(statusOf(ask({ ...of(UPLOAD_LIMIT), url: '/api/v1/cases/MLP-1/notes' }))).toBe(413)
  })

  it('never throws and never passes a path the framework keeps for itself', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('', '/', '/_next/', '/%5fnext/'), (tail, head) => {
        const verdict = ask({ url: head + tail })
        if (verdict.pass) expect(verdict.path).toMatch(/^\/(?!_)/)
      }),
    )
  })
})
