import { request as httpRequest } from 'node:http'
import type { Account } from './accounts'

export type Answer = { status: number; text: string; headers: Record<string, string | string[] | undefined> }
type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

export const origin = (): string => process.env.RELAIS_E2E_URL ?? 'http://127.0.0.1:3000'

/** One request exactly as given: no client tidies methods, headers or bytes. */
export function send(path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const bytes = body === undefined ? undefined : Buffer.from(body)
    const outgoing = httpRequest(new URL(origin()), {
      path,
      method,
      headers: { ...headers, ...(bytes ? { 'content-length': String(bytes.length) } : {}) },
    })
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      const parts: Buffer[] = []
      incoming.on('data', (part: Buffer) => parts.push(part))
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          text: Buffer.concat(parts).toString('utf8'),
          headers: incoming.headers,
        }),
      )
    })
    outgoing.end(bytes)
  })
}

export const ours = { 'sec-fetch-site': 'same-origin', accept: 'text/html' }
export const asForm = { ...ours, 'content-type': 'application/x-www-form-urlencoded' }
export const asJson = { ...ours, accept: 'application/json', 'content-type': 'application/json' }

/** A person's session as a Cookie header, from a real sign-in. */
export async function cookieOf(who: Account): Promise<string> {
  const body = new URLSearchParams({ email: who.email, password: who.password }).toString()
  const answer = await send('/api/v1/session', { method: 'POST', headers: asForm, body })
  const set = [answer.headers['set-cookie'] ?? []].flat()
  const session = set.map((line) => line.split(';')[0] ?? '').filter((pair) => /-p?sid=./.test(pair))
  if (session.length === 0) throw new Error(`no session for ${who.role}: ${answer.status}`)
  return session.join('; ')
}
