import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { preferred } from './encode'

export interface StaticFile {
  readonly type: string
  readonly plain: Buffer
  readonly br: Buffer
  readonly gzip: Buffer
}

export interface StaticAnswer {
  readonly status: 200
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const
const HASHED = /^[a-z0-9-]+\.[A-Za-z0-9]{8,}\.(?:css|js)$/
const YEAR = 31_536_000

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 30" fill="none" stroke-width="6" stroke-linecap="round">' +
  '<path d="M3 11h15" stroke="#0b4a50"/><path d="M12 20h15" stroke="#66296b"/></svg>'

/** Reads every built file into memory: some tens of kB, and nothing outside this list can be asked for. */
export function loadStatic(publicDir: string): ReadonlyMap<string, StaticFile> {
  const kinds = ['css', 'js'] as const
  return new Map(kinds.flatMap((kind) => named(publicDir, kind).map((name) => entry(publicDir, kind, name))))
}

function named(publicDir: string, kind: keyof typeof TYPES): string[] {
  try {
    return readdirSync(join(publicDir, kind)).filter((name) => HASHED.test(name))
  } catch {
    return []
  }
}

function entry(publicDir: string, kind: keyof typeof TYPES, name: string): [string, StaticFile] {
  const path = join(publicDir, kind, name)
  const [plain, br, gzip] = [readFileSync(path), readFileSync(`${path}.br`), readFileSync(`${path}.gz`)]
  return [`/${kind}/${name}`, { type: TYPES[kind], plain, br, gzip }]
}

/** True for paths that only we answer: what is not in the list there is absent. */
export function isStatic(path: string): boolean {
  return /^\/(css|js)(\/|$)|^\/favicon\.ico$/.test(path)
}

export function staticAnswer(
  files: ReadonlyMap<string, StaticFile>,
  path: string,
  accept: string | undefined,
): StaticAnswer | undefined {
  if (path === '/favicon.ico') return answer('image/svg+xml', Buffer.from(ICON), `max-age=${YEAR}`)
  const file = files.get(path)
  if (!file) return undefined
  const encoding = preferred(accept)
  const found = answer(file.type, file[encoding ?? 'plain'], `public, max-age=${YEAR}, immutable`)
  const coding = encoding && { 'content-encoding': encoding }
  return { ...found, headers: { ...found.headers, vary: 'accept-encoding', ...coding } }
}

function answer(type: string, body: Buffer, cache: string): StaticAnswer {
  const headers = { 'content-type': type, 'content-length': String(body.length), 'cache-control': cache }
  return { status: 200, headers, body }
}
