import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Locale } from '@/lib/base/i18n/locale'
import type { Translate } from '@/lib/base/i18n/translate'
import { currentRequest } from '@/lib/base/request/request-record'
import type { Actor } from '../access/actor'
import { presented, type SessionKind } from '../access/cookies'
import type { Role } from '../access/roles'
import type { Subject } from '../audit/append'
import { refuse } from '../http/refusal'
import { admit, type Inside, type Worked } from './admit'
import { fromMemory, remember } from './memory'
import { renderedFor } from './typist'
import { pageAbout } from './way-back'

export type Reading = Inside
/** What a loader found: the view and what to log, or why there is nothing to show. */
export type Found<V> = { view: V; subject: Subject; detail?: Record<string, unknown> }
export type NotFound = { missing: Subject } | { refused: string; subject: Subject }
export type Page<V> = { actor: Actor; t: Translate; locale: Locale; path: string; view: V }

type ViewOf<R> = R extends { view: infer V } ? V : never
type ReadSpec = {
  action: `${string}.${string}`
  roles: readonly Role[]
  session?: SessionKind
  silent?: true
  byLink?: true
}

/**
 * A page's one loader: access is decided here and nowhere else. Signed out → sign-in. Role outside `roles`, or a
 * session of the other kind → explained 403. Missing or invisible → the same 404.
 */
export async function read<R extends Found<unknown> | NotFound>(
  spec: ReadSpec,
  load: (reading: Reading) => Promise<R>,
): Promise<Page<ViewOf<R>>> {
  const jar = await cookies()
  const cookie = (name: string) => jar.get(name)?.value
  const memoryKey = `${presented(cookie)?.token} ${here()}`
  const remembered = fromMemory<Page<ViewOf<R>>>(memoryKey, (await headers()).get('x-measure'))
  if (remembered) return remembered
  // Reading twice does no harm, and two lines in the log are true.
  const door = { door: 'page', session: 'staff', repeatable: true, back: backFrom, ...spec } as const
  const outcome = await admit<Page<ViewOf<R>>>(cookie, door, async (reading) => {
    renderedFor(reading.actor.userId)
    return shown(reading, await load(reading))
  })
  if ('signIn' in outcome) return redirect(outcome.link ?? `/sign-in?next=${encodeURIComponent(here())}`)
  if ('refusal' in outcome) return refuse(outcome.refusal)
  remember(memoryKey, outcome.answer)
  return outcome.answer
}

function shown<R extends Found<unknown> | NotFound>(
  { actor, t }: Reading,
  found: R,
): Worked<Page<ViewOf<R>>> {
  if (!('view' in found)) return found
  const { view, subject, detail = {} } = found
  const page = { actor, t, locale: actor.locale, path: here(), view: view as ViewOf<R> }
  return { answer: page, log: { subject, detail } }
}

/** The page of what was refused, unless it is the one asked for. */
function backFrom(subject: Subject, { role }: Actor): string | undefined {
  const page = pageAbout(subject, role === 'PARTNER_FP' ? 'partner' : 'staff')
  return page === here().split('?')[0] ? undefined : page
}

const here = (): string => currentRequest()?.path ?? '/'
