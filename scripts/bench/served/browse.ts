import { readFileSync } from 'node:fs'
import { request } from 'node:http'

/** Where an instance serves, and the folder that its accounts stand in. */
export type Reached = { origin: string; port: number; folder: { file(name: string): string } }

export type Answer = {
  status: number
  bytes: number
  milliseconds: number
  statements: number
  text: () => string
}

/** One request over loopback, as a browser sends it; bytes are those on the wire. */
export function fetchPage(
  served: Reached,
  path: string,
  cookie: string,
  extra: Record<string, string> = {},
): Promise<Answer> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const headers = { host: new URL(served.origin).host, cookie, accept: 'text/html', ...extra }
    request({ host: '127.0.0.1', port: served.port, path, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const body = Buffer.concat(parts)
        resolve({
          status: answer.statusCode ?? 0,
          bytes: body.length,
          milliseconds: performance.now() - started,
          statements: Number(answer.headers['x-relais-statements'] ?? 0),
          text: () => body.toString('utf8'),
        })
      })
    })
      .on('error', reject)
      .end()
  })
}

type Account = { email: string; role: string; offices: string[]; partner: string | null; password: string }

/** A session's cookie, from a real sign-in, with the stylesheet already known to this browser. */
export async function signIn(served: Reached, fits: (account: Account) => boolean): Promise<string> {
  const accounts: Account[] = JSON.parse(readFileSync(served.folder.file('demo-accounts.json'), 'utf8'))
  const account = accounts.find(fits)
  if (!account) throw new Error('no such demonstration account')
  const answer = await fetch(`${served.origin}/api/v1/session`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: served.origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email: account.email, password: account.password }),
  })
  const session = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => /-p?sid=./.test(pair))
  const first = await fetch(`${served.origin}/`, {
    redirect: 'follow',
    headers: { cookie: session.join('; ') },
  })
  const sheet = first.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((pair) => pair.startsWith('css='))
  return [...session, ...sheet].join('; ')
}

export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * share) - 1)] ?? 0

export const median = (values: readonly number[]): number => quantile(values, 0.5)
