import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { pageAbout } from '@/lib/base/addresses/pages'
import { type Locale, localeOf } from '@/lib/base/i18n/locale'
import { type Translate, translator } from '@/lib/base/i18n/translate'
import { currentRequest, type Refusal } from '@/lib/base/request/request-record'
import type { Actor } from '../access/actor'
import { presented, type SessionKind } from '../access/cookies'
import { asSession, enter } from '../access/enter'
import type { Role } from '../access/roles'
import { append, type Subject } from '../audit/append'
import type { Tx } from '../db/client'
import { sqlStateOf, troubleOf } from '../db/sqlstate'
import { refuse } from '../http/refusal'
import { explained } from './explain'
import { fromMemory, remember } from './memory'
import { slowedDown } from './pace'
import { persistently, unavailable } from './retry'
import { renderedFor } from './typist'

export type Reading = { tx: Tx; actor: Actor; t: Translate }
/** What a loader found: the view and what to log, or why there is nothing to show. */
export type Found<V> = { view: V; subject: Subject; detail?: Record<string, unknown> }
export type NotFound = { missing: Subject } | { refused: string; subject: Subject }
export type Page<V> = { actor: Actor; t: Translate; locale: Locale; path: string; view: V }

type ViewOf<R> = R extends { view: infer V } ? V : never
type ReadSpec = { action: `${string}.${string}`; roles: readonly Role[]; session?: SessionKind }

/**
 * A page's one loader: session, data and audit in one transaction; access is decided here and nowhere else.
 * Signed out → sign-in. Role outside `roles` → explained 403. Missing or invisible → the same 404.
 */
export async function read<R extends Found<unknown> | NotFound>(
  spec: ReadSpec,
  load: (reading: Reading) => Promise<R>,
): Promise<Page<ViewOf<R>>> {
  const jar = await cookies()
  const session = presented((name) => jar.get(name)?.value)
  if (!session) return toSignIn()
  const memoryKey = `${session.token} ${here()}`
  const remembered = fromMemory<Page<ViewOf<R>>>(memoryKey, (await headers()).get('x-measure'))
  if (remembered) return remembered
  const outcome = await answered(session.kind, async (tx) => {
    const entry = await enter(tx, session.token)
    if (entry.state !== 'live') return undefined
    renderedFor(entry.actor.userId)
    const actor = { ...entry.actor, locale: localeOf(jar.get('lang')?.value) }
    const t = translator(actor.locale)
    if ((spec.session ?? 'staff') !== session.kind || !spec.roles.includes(actor.role)) {
      const subject = { type: 'page', id: spec.action }
      await append(tx, { action: spec.action, subject, outcome: 'refused', detail: { reason: 'role' } })
      return { refusal: explained('role', t) }
    }
    return logged(tx, spec, await load({ tx, actor, t }), { actor, t })
  })
  if (!outcome) return toSignIn()
  if ('refusal' in outcome) return refuse(outcome.refusal)
  await slowedDown(outcome.excess)
  remember(memoryKey, outcome.page)
  return outcome.page
}

type Refused = { refusal: Refusal }

/**
 * One transaction, tried again where that helps: reading twice does no harm, and two lines in the log are true. A value
 * of the address that no column takes is a page that does not exist.
 */
async function answered<T>(kind: SessionKind, work: (tx: Tx) => Promise<T>): Promise<T | Refused> {
  try {
    return await persistently(() => asSession(kind, work), true)
  } catch (error) {
    const state = sqlStateOf(error)
    const trouble = troubleOf(state)
    if (trouble) return { refusal: unavailable[trouble] }
    if (state?.startsWith('22')) return { refusal: { status: 404, reason: 'not-found' } }
    throw error
  }
}

async function logged<R extends Found<unknown> | NotFound>(
  tx: Tx,
  spec: ReadSpec,
  found: R,
  who: { actor: Actor; t: Translate },
): Promise<Refused | { page: Page<ViewOf<R>>; excess: number }> {
  const { action } = spec
  if ('missing' in found) {
    await append(tx, { action, subject: found.missing, outcome: 'missing' })
    return { refusal: { status: 404, reason: 'not-found' } }
  }
  if ('refused' in found) {
    await append(tx, {
      action,
      subject: found.subject,
      outcome: 'refused',
      detail: { reason: found.refused },
    })
    return { refusal: explained(found.refused, who.t, backFrom(found.subject, who.actor)) }
  }
  const excess = await append(tx, {
    action,
    subject: found.subject,
    outcome: 'done',
    detail: found.detail ?? {},
  })
  const view = found.view as ViewOf<R>
  return { page: { ...who, locale: who.actor.locale, path: here(), view }, excess }
}

/** The page of what was refused, unless it is the one asked for. */
function backFrom(subject: Subject, { role }: Actor): string | undefined {
  const page = pageAbout(subject, role === 'PARTNER_FP' ? 'partner' : 'staff')
  return page === here().split('?')[0] ? undefined : page
}

/** Back to the page asked for, after signing in. */
function toSignIn(): never {
  return redirect(`/sign-in?next=${encodeURIComponent(here())}`)
}

const here = (): string => currentRequest()?.path ?? '/'
