import type { Fields, RawValues } from '@/lib/base/forms/form'
import { type Pick, unpackValues } from '@/lib/base/forms/merge'
import { withCodes } from '@/lib/base/forms/typed-codes'
import { isUuid } from '@/lib/base/forms/uuid'
import { type Beside, part } from './beside'
import type { Body } from './body'

/** What a form sent, taken apart: its fields, those of its neighbours, and what its page knew. */
export type Sent = {
  raw: RawValues
  values: RawValues
  /** Typed for other writes of the same form. */
  beside: { name: string; values: RawValues }[]
  key: string | undefined
  version: number | undefined
  /** The mark of whom the form was shown to. */
  typist: string | undefined
  json: boolean
  /** The form was sent by the language switch: nothing is done, all is kept. */
  language: string | undefined
  /** A button that only looks something up: nothing is done, all is kept, and the page shows what it found. */
  look: boolean
  /** The drafts that the page showed: switching the language keeps what was wrong with them. */
  came: string[]
  /** What the page showed of the form when it was made. */
  base: RawValues | undefined
  /** From a conflict page: the draft it shows, and the answer to each field that two people changed. */
  draft: string | undefined
  picks: Record<string, Pick>
}

/**
 * The hidden fields of every form: `_key` (idempotency), `_version` (of the row the page showed), `_for` (whose form),
 * `_base` (its fields as the page showed them), `_language` and `_came` (from the switch: the page's address), `_look` (from a
 * button beside a search); from a conflict page `_draft` and `_pick.<field>`.
 */
export function takeApart({ values: raw, json }: Body, fields: Fields, others?: readonly Beside[]): Sent {
  const { _key, _version, _for, _base, _draft, _language, _look, _came, ...rest } = raw
  const isPick = (name: string) => name.startsWith('_pick.')
  const typed = Object.fromEntries(Object.entries(rest).filter(([name]) => !isPick(name)))
  const { mine, beside } = part(typed, fields, others)
  const values = withCodes(fields, mine)
  const picks = Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) =>
      isPick(name) ? [[name.slice(6), value === 'mine' ? 'mine' : 'theirs'] as const] : [],
    ),
  )
  const key = isUuid(_key) ? _key : undefined
  const version = _version === undefined || _version === '' ? undefined : versionOf(_version)
  const language = typeof _language === 'string' ? _language : undefined
  const look = _look !== undefined
  const came = typeof _came === 'string' ? draftsIn(_came) : []
  const typist = typeof _for === 'string' ? _for.slice(0, 40) : undefined
  const draft = isUuid(_draft) ? _draft : undefined
  const base = unpackValues(_base)
  return { raw, values, beside, key, version, typist, json, language, look, came, base, draft, picks }
}

/** A version that nobody can read is no page's: it meets no row. */
const versionOf = (text: unknown): number =>
  typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : -1

/** The drafts an address names. */
const draftsIn = (address: string): string[] =>
  new URLSearchParams(address.split('?')[1] ?? '').getAll('draft').filter(isUuid).slice(0, 4)

/** The drafts of the page a form was sent from: of its address, as a browser tells it, and of its conflict page. */
export const draftsShown = (
  request: Request,
  { came, draft }: { came: string[]; draft: string | undefined },
): string[] => [...came, ...(draft ? [draft] : []), ...draftsIn(request.headers.get('referer') ?? '')]

/** What the page showed, kept with a draft: what was touched since is still known. */
export const shown = ({ base, version }: Sent) => ({
  ...(base && { base }),
  ...(version !== undefined && { version }),
})
