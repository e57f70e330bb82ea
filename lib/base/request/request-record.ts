import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { PageLang } from './lang'

export interface Refusal {
  readonly status: number
  /** Code of the reason; a code without wording falls back to the general text of the status. */
  readonly reason: string
  /** Values of the wording; `title` and `lead`, when given, are the words themselves. */
  readonly values?: RefusalValues
  /** Where to go on; the first is the filled button. Without, home. */
  readonly links?: readonly RefusalLink[]
}

export interface RefusalLink {
  readonly href: string
  readonly label: string
}

export type RefusalValues = Readonly<Record<string, string | number>>

/** What our server knows of the request in hand; one object a request, shared with pages and route handlers. */
export interface RequestRecord {
  readonly reference: string
  readonly lang: PageLang
  readonly demo: boolean
  /** Path and query as asked for: where to return after signing in or changing the language. */
  readonly path?: string
  refusal?: Refusal
  /** The mark of whom the page was rendered for; its forms carry it. */
  typist?: string
  /** Data statements so far; counted only when measuring. */
  statements?: number
}

interface Shared {
  [key: symbol]: AsyncLocalStorage<RequestRecord> | undefined
}

const KEY = Symbol.for('relais.request')

/** Next bundles its own copy of this file, so both copies meet at one storage on `globalThis`. */
function sharedStorage(): AsyncLocalStorage<RequestRecord> {
  const shared: Shared = globalThis as unknown as Shared
  const storage = shared[KEY] ?? new AsyncLocalStorage<RequestRecord>()
  shared[KEY] = storage
  return storage
}

export const requests = sharedStorage()

/** Undefined where our server is not in front: development server, tests, jobs. */
export function currentRequest(): RequestRecord | undefined {
  return requests.getStore()
}

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `R-XXXX-NN`: four Crockford symbols and two digits, short enough to read out on the phone. Means nothing. */
export function newReference(bytes: Uint8Array = randomBytes(5)): string {
  const symbols = [...bytes.subarray(0, 4)].map((byte) => SYMBOLS[byte % 32]).join('')
  const digits = String((bytes[4] ?? 0) % 100).padStart(2, '0')
  return `R-${symbols}-${digits}`
}
