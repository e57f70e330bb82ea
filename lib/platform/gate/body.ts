import { env } from '@/lib/platform/env/env'

export type RawValues = Record<string, string | string[]>
export type Body = { values: RawValues; json: boolean }
export type BodyRefusal = { status: 400 | 403 | 413 | 415; reason: string }

const sizeLimit = 1_048_576

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
  if (Number(request.headers.get('content-length') ?? 0) > sizeLimit)
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
    if (bytes.byteLength > sizeLimit) return 'too-large'
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function fromForm(text: string): RawValues | undefined {
  const values: RawValues = Object.create(null)
  if (/%(?![0-9a-f]{2})/i.test(text)) return undefined
  for (const [name, value] of new URLSearchParams(text)) {
    const before = values[name]
    values[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return values
}

function fromJson(text: string): RawValues | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined
    const values: RawValues = Object.create(null)
    for (const [name, value] of Object.entries(parsed)) {
      const plain = plainOf(value)
      if (plain === undefined) return undefined
      if (plain !== null) values[name] = plain
    }
    return values
  } catch {
    return undefined
  }
}

/** A form's view of a JSON value; null means absent, undefined means not acceptable. */
function plainOf(value: unknown): string | string[] | null | undefined {
  if (value === null || value === false) return null
  if (value === true) return 'on'
  if (typeof value === 'string') return value
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined
}

/** NUL and lone surrogates cannot be stored. */
function isClean(values: RawValues): boolean {
  return Object.entries(values)
    .flatMap(([name, value]) => [name, ...(Array.isArray(value) ? value : [value])])
    .every((text) => !text.includes('\0') && text.isWellFormed())
}
