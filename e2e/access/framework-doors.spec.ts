import { account } from '../support/accounts'
import { expectGuarded } from '../support/page-rules'
import { expect, test } from '../support/test'
import { type Answer, asForm, cookieOf, origin, send } from '../support/wire'

const doors = ['/queue', '/cases', '/work', '/alerts', '/referrals', '/statistics', '/sign-in', '/help']
const steering = [
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-action',
  'next-url',
  'x-nextjs-data',
  'x-middleware-subrequest',
  'x-matched-path',
  'x-invoke-path',
]
const accept = 'text/html'

/** A refusal is a page: readable, in the person's language, with a number to read out on the telephone. */
function expectReadable({ status, text, headers }: Answer, wanted: number, lang: string, where: string) {
  expect(status, where).toBe(wanted)
  expect(text, where).toContain(`<html lang="${lang}"`)
  expect(text, where).toMatch(/<title>[^<]+ – Relais<\/title>/)
  expect(text, where).toMatch(/<h1>[^<]{8,}<\/h1><p class="lead">[^<]{20,}<\/p>/)
  expect(text, where).toMatch(/R-[0-9A-Z]{4}-\d{2}/)
  expect(text, where).not.toMatch(/<script|__next|_next/)
  expectGuarded({ headers }, where)
}

for (const lang of ['fr', 'en'])
  test(`what steers the framework from outside is refused readably in ${lang}`, async () => {
    const cookie = `${await cookieOf(account('SUPERVISOR'))}; lang=${lang}`
    for (const path of doors) {
      for (const name of steering)
        expectReadable(
          await send(path, { headers: { accept, cookie, [name]: '1' } }),
          400,
          lang,
          `${name} ${path}`,
        )
      expectReadable(await send(`${path}?_rsc=1`, { headers: { accept, cookie } }), 400, lang, `_rsc ${path}`)
      expectReadable(await send(`${path}.rsc`, { headers: { accept, cookie } }), 404, lang, `${path}.rsc`)
      const posted = await send(path, { method: 'POST', headers: { ...asForm, cookie }, body: 'a=1' })
      expectReadable(posted, 405, lang, `POST ${path}`)
      const elsewhere = await send(path, { headers: { accept, cookie, host: 'relais.example' } })
      expectReadable(elsewhere, 421, lang, `other host ${path}`)
    }
    for (const path of [
      '/_next/static/chunks/main.js',
      '/_next/image?url=x',
      '/_next/data/x/work.json',
      '/_x',
    ])
      expectReadable(await send(path, { headers: { accept, cookie } }), 404, lang, path)
  })

test('a form from another site is refused readably and says that nothing was saved', async () => {
  const headers = { ...asForm, 'sec-fetch-site': 'cross-site', cookie: await cookieOf(account('DTM_ENUM')) }
  const answer = await send('/api/v1/alerts', { method: 'POST', headers, body: 'given=A' })
  expectReadable(answer, 403, 'fr', 'cross-site')
  expect(answer.text).toContain('Rien n’a été enregistré')
})

test('HEAD says what GET would, without the page', async () => {
  const cookie = await cookieOf(account('SUPERVISOR'))
  for (const path of ['/queue', '/cases', '/nowhere']) {
    const [head, get] = await Promise.all([
      send(path, { method: 'HEAD', headers: { accept, cookie } }),
      send(path, { headers: { accept, cookie } }),
    ])
    expect(head.text).toBe('')
    expect(head.status, path).toBe(get.status)
    expectGuarded(head, path)
  }
})

test('localhost leads to the one address, with the page asked for', async () => {
  const { port } = new URL(origin())
  const answer = await send('/queue?kind=approve', { headers: { host: `localhost:${port}` } })
  expect([answer.status, answer.headers.location]).toEqual([307, `${origin()}/queue?kind=approve`])
})
