import { pages } from './endpoints'
import { type Answer, send } from './wire'

export type Visited = { path: string; pattern: string; answer: Answer }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const known = pages().map((pattern) => ({
  pattern,
  fits: new RegExp(
    `^${pattern
      .split(/\[\w+\]/)
      .map(escaped)
      .join('[^/?]+')}$`,
  ),
}))

/** The page an address belongs to: `/cases/new` is itself, `/cases/MLP-…` is `/cases/[code]`: the one with fewest words left open. */
export const patternOf = (path: string): string | undefined => {
  const place = path.split(/[?#]/)[0] ?? ''
  const fitting = known.filter(({ fits }) => fits.test(place)).map(({ pattern }) => pattern)
  const open = (pattern: string) => pattern.split('[').length
  return fitting.sort((a, b) => open(a) - open(b))[0]
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

/**
 * Follows links as a person would, from the given places: at most `each` addresses a page, so that a page seen in many
 * states is seen in some, and no list is walked to its end. A page that sends on is the page that it sends to.
 */
export async function walk(cookie: string, from: readonly string[], each = 2): Promise<Visited[]> {
  const waiting = [...from]
  const seen = new Set<string>()
  const counted = new Map<string, number>()
  const visited: Visited[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const pattern = patternOf(path) ?? 'no page'
    const already = counted.get(pattern) ?? 0
    const given = from.includes(path)
    if (seen.has(path) || (!given && already >= each) || path.startsWith('/api/') || path === '/') continue
    seen.add(path)
    if (!given) counted.set(pattern, already + 1)
    const answer = await send(path, { headers: { accept: 'text/html', cookie } })
    const sentOn = answer.headers.location
    if (typeof sentOn === 'string' && sentOn.startsWith('/')) {
      waiting.unshift(sentOn)
      continue
    }
    visited.push({ path, pattern, answer })
    if (answer.status === 200) waiting.push(...linksIn(answer.text))
  }
  return visited
}
