import type { RawValues } from '@/lib/base/forms/form'
import { fromForm, fromJson } from '@/lib/base/forms/raw-values'
import { env } from '@/lib/platform/env/env'
import { BODY_LIMIT } from '@/lib/platform/http/body-limit'

export type Body = { values: RawValues; json: boolean }
export type BodyRefusal = { status: 400 | 403 | 413 | 415; reason: string }

/** Same origin or nothing: a form of ours says `Sec-Fetch-Site: same-origin`; without it, `Origin` must be ours. */
export function sameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  return site ? site === 'same-origin' : headers.get('origin') === env().origin
}

/** Reads a body of ours: a form or JSON of strings, numbers, booleans and lists of strings. Anything else is refused. */
export async function readBody(request: Request): Promise<Body | BodyRefusal> {
  if (!sameOrigin(request.headers)) return { status: 403, reason: 'cross-site' }
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded' && type !== 'application/json')
    return { status: 415, reason: 'content-type' }
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT)
    return { status: 413, reason: 'too-large' }
  const text = await decode(request)
  if (text === 'too-large') return { status: 413, reason: 'too-large' }
  if (text === undefined) return { status: 400, reason: 'unreadable' }
  const json = type === 'application/json'
  const values = json ? fromJson(text) : fromForm(text)
  return values && isClean(values) ? { values, json } : { status: 400, reason: 'unreadable' }
}

async function decode(request: Request): Promise<string | 'too-large' | undefined> {
  try {
    const bytes = await request.arrayBuffer()
    if (bytes.byteLength > BODY_LIMIT) return 'too-large'
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** NUL and lone surrogates cannot be stored. */
export function isClean(values: RawValues): boolean {
  return Object.entries(values)
    .flatMap(([name, value]) => [name, ...(Array.isArray(value) ? value : [value])])
    .every((text) => !text.includes('\0') && text.isWellFormed())
}
