import type { RawValues } from '@/lib/base/forms/form'
import { sessionCookie } from '@/lib/platform/access/cookies'
import type { SignedIn } from './actors'
import { root } from './database'

export type Endpoint = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>
/** A cookie, whoever it belongs to. */
export type Presented = Pick<SignedIn, 'kind' | 'token'>

type Sending = {
  as?: Presented
  values?: RawValues
  /** Instead of `values`: the body as it is. */
  body?: string | Uint8Array<ArrayBuffer>
  params?: Record<string, string>
  json?: boolean
  headers?: Record<string, string>
  /** Headers a browser would send and this request does not. */
  without?: readonly string[]
}

const asForm = (values: RawValues): string => {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one)
  return form.toString()
}

/** Sends a form, as a browser with scripts off does, straight into a route. */
export function post(endpoint: Endpoint, sending: Sending): Promise<Response> {
  const { as, values = {}, json = false, params = {}, headers = {}, without = [] } = sending
  const sent = new Headers({
    accept: json ? 'application/json' : 'text/html',
    'sec-fetch-site': 'same-origin',
    'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded',
    ...(as && { cookie: `${sessionCookie(as.kind)}=${as.token}` }),
    ...headers,
  })
  for (const name of without) sent.delete(name)
  const body = sending.body ?? (json ? JSON.stringify(values) : asForm(values))
  const request = new Request('http://127.0.0.1:3000/api', { method: 'POST', headers: sent, body })
  return endpoint(request, { params: Promise.resolve(params) })
}

/** The draft an answer leads back to, wherever it stands in the address. */
export const draftIn = (answer: Response): string | undefined =>
  /draft(?:=|%3D)([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1]

/** Rows of every table, so that a test can say that nothing else was written. */
export async function census(): Promise<Record<string, number>> {
  const tables =
    await root()`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'access', 'vault', 'audit', 'jobs') and c.relkind = 'r' order by 1`
  const query = tables
    .map(({ name }) => `select '${name}' as name, count(*)::int as n from ${name}`)
    .join(' union all ')
  return Object.fromEntries((await root().unsafe(query)).map(({ name, n }) => [name, n]))
}

/** How many rows each table gained or lost; what did not change is left out. */
export function growth(
  before: Record<string, number>,
  after: Record<string, number>,
): Record<string, number> {
  const changes = Object.entries(after).map(([name, n]) => [name, n - (before[name] ?? 0)] as const)
  return Object.fromEntries(changes.filter(([, change]) => change !== 0))
}
