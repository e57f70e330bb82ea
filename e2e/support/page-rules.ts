import { type Account, all } from './accounts'
import { mayName } from './pages-of-roles'
import { expect } from './test'
import type { Visited } from './walk-links'
import { type Answer, origin } from './wire'

/** What every answer carries, whatever it says. The path in script-src matters: 'self' would allow every script. */
export function expectGuarded({ headers }: Pick<Answer, 'headers'>, where: string): void {
  const policy = String(headers['content-security-policy'])
  for (const part of [
    "default-src 'none'",
    `script-src ${origin()}/js/;`,
    "style-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ])
    expect(policy, where).toContain(part)
  expect(policy, where).not.toContain('unsafe')
  expect(headers, where).toMatchObject({
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('geolocation=()'),
    'cache-control': 'no-store',
  })
  for (const told of ['x-powered-by', 'server', 'x-nextjs-cache', 'link', 'etag'])
    expect(headers[told], `${told} on ${where}`).toBeUndefined()
}

/** The bytes of a page: nothing of the framework, nothing inline, one heading, one language, a title of ours. */
export function expectOurHtml({ path, pattern, answer: { text } }: Visited, lang: string): void {
  const found = {
    lang: /<html lang="([^"]*)"/.exec(text)?.[1],
    headings: text.match(/<h1[\s>]/g)?.length,
    titles: text.match(/<title>[^<]* – Relais<\/title>/g)?.length,
    scripts: text.match(/<script\b(?![^>]*src="\/js\/)[^>]*>/g) ?? [],
    framework: /__next|_next\/|self\.__|\$RX/.test(text),
    inline: text.match(/<[^>]* style="|<[^>]* on[a-z]+="/g) ?? [],
    keys: pattern === '/audit' ? [] : (text.match(/>(?:[a-z-]+\.){1,3}[a-z-]+</g) ?? []),
  }
  expect(found, path).toEqual({
    lang,
    headings: 1,
    titles: 1,
    scripts: [],
    framework: false,
    inline: [],
    keys: [],
  })
}

/** No name in the title, which stays in the browser's history, and none in a list, whoever reads it. */
export function expectNameless(visited: Visited, people: readonly string[], who: Account): void {
  const { path, pattern, answer } = visited
  const title = /<title>([^<]*)</.exec(answer.text)?.[1] ?? ''
  const staff = all.map(({ name }) => name)
  expect(
    [...people, ...staff].filter((name) => title.includes(name)),
    `title of ${path} as ${who.role}`,
  ).toEqual([])
  if (mayName(pattern)) return
  expect(
    people.filter((name) => !staff.includes(name) && answer.text.includes(name)),
    `${path} as ${who.role}`,
  ).toEqual([])
}
