import { gzipSync } from 'node:zlib'
import { account, roles } from '../support/accounts'
import { expect, test } from '../support/test'
import { walk } from '../support/walk-links'
import { busiest, startingPlaces } from '../support/walk-places'
import { asForm, cookieOf, send } from '../support/wire'

test.describe.configure({ mode: 'parallel' })

const kB = 1024
const weigh = (text: string): number => gzipSync(text, { level: 6 }).length

/** Bytes a page may weigh, compressed: the case page carries a person's whole course. */
const budgetOf = (pattern: string): number => (pattern === '/cases/[code]' ? 12 : 5) * kB

/** Statements of a page, sealed parts included. */
const mostStatements = 3

/** The stylesheet as this server names it, so that pages link it as they do from the second page on. */
async function sheet(): Promise<{ path: string; cookie: string }> {
  const first = await send('/sign-in', { headers: { accept: 'text/html' } })
  const set = [first.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0] ?? '')
  return {
    path: /\/css\/[^"]+\.css/.exec(first.text)?.[0] ?? '',
    cookie: set.find((pair) => pair.startsWith('css=')) ?? '',
  }
}

for (const role of roles)
  test(`${role}: every page is light and asks the database little`, async () => {
    test.setTimeout(120_000)
    const who = await busiest(role)
    const cookie = `${await cookieOf(who)}; ${(await sheet()).cookie}`
    const visited = await walk(cookie, await startingPlaces(who))
    const heavy = visited.flatMap(({ path, pattern, answer }) => {
      const size = weigh(answer.text)
      return size > budgetOf(pattern) ? [`${path}: ${size} bytes`] : []
    })
    expect(heavy).toEqual([])
    const counted = visited.filter(({ answer }) => answer.headers['x-relais-statements'] !== undefined)
    const asking = counted.flatMap(({ path, answer }) =>
      Number(answer.headers['x-relais-statements']) > mostStatements
        ? [`${path}: ${answer.headers['x-relais-statements']} statements`]
        : [],
    )
    expect(asking).toEqual([])
    // Without RELAIS_MEASURE=1 nothing is counted, and this test would hold nothing.
    expect(counted.length, 'pages that say their statements').toBeGreaterThan(0)
  })

test('the stylesheet is at most 6 kB and kept for a year', async () => {
  const { path } = await sheet()
  const css = await send(path)
  expect(weigh(css.text)).toBeLessThanOrEqual(6 * kB)
  expect(css.headers['cache-control']).toContain('immutable')
})

test('a browser that comes for the first time makes at most four requests and runs no framework', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/sign-in', { waitUntil: 'networkidle' })
  expect(asked.length, asked.join(' ')).toBeLessThanOrEqual(4)
  expect(asked.filter((path) => path.startsWith('/_next') || path.endsWith('.js'))).toEqual([])
})

test('a session’s cookie is bound to this host, to https and to our own pages', async () => {
  for (const role of ['SUPERVISOR', 'PARTNER_FP']) {
    const { email, password } = account(role)
    const body = new URLSearchParams({ email, password }).toString()
    const answer = await send('/api/v1/session', { method: 'POST', headers: asForm, body })
    const set = [answer.headers['set-cookie'] ?? []].flat().filter((line) => /^[^;]*-p?sid=[^;]/.test(line))
    expect(set).toHaveLength(1)
    expect(set[0]).toMatch(/^__Host-relais-[0-9a-f]{8}-p?sid=[\w-]{43};/)
    for (const flag of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=lax'])
      expect(set[0]?.toLowerCase()).toContain(flag.toLowerCase())
    expect(set[0]).not.toMatch(/domain=/i)
  }
})
