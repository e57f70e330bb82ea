import type { FieldErrors, RawValues } from '@/lib/base/forms/form'
import { translator } from '@/lib/base/i18n/translate'
import { cookieOf, langOf, languageCookie } from '@/lib/base/request/lang'
import { currentRequest } from '@/lib/base/request/request-record'
import { presented } from '@/lib/platform/access/cookies'
import { env } from '@/lib/platform/env/env'
import type { RefusalForm } from '@/lib/platform/http/refusal-page'
import { refusalResponse, wantsHtml } from '@/lib/platform/http/refusal-response'
import type { Done } from './verb'

export const cookieReader = (request: Request) => (name: string) =>
  cookieOf(request.headers.get('cookie') ?? undefined, name)

const isJson = (request: Request) =>
  request.headers.get('content-type')?.startsWith('application/json') === true

/**
 * Addresses stay relative: a framework's idea of our host is not ours. What stood in the URL asked for may come back
 * in it, and a header carries visible ASCII only.
 */
const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location: visible(location) } })

const visible = (location: string): string =>
  location.toWellFormed().replace(/[^\x21-\x7e]/gu, (symbol) => encodeURIComponent(symbol))

export const answerDone = (request: Request, done: Pick<Done, 'location' | 'id'>): Response =>
  isJson(request)
    ? Response.json({ ok: true, location: done.location, ...(done.id && { id: done.id }) })
    : seeOther(done.location)

export const answerForm = (_: Request, page: string): Response => seeOther(page)

/** The same answer, and from now on in that language. */
export function inLanguage(answer: Response, language: string): Response {
  answer.headers.append('set-cookie', languageCookie(langOf(language), env().origin.startsWith('https:')))
  return answer
}

export const answerInvalid = (notice: string, errors: FieldErrors): Response =>
  Response.json({ error: { reason: notice, fields: errors } }, { status: notice === 'invalid' ? 422 : 409 })

/**
 * No session to act in. `next` = a page where a kept draft waits. Else the 401 page itself carries what was typed, so
 * that signing in brings it back; nothing is stored for somebody we do not know.
 */
export function answerSignIn(request: Request, carried: Carried | undefined, next?: string): Response {
  const html = wantsHtml(request.headers.get('accept'))
  const link = presented(cookieReader(request))?.link
  // Whoever came by a link has no sign-in to go to. What is kept waits behind another code; else it is shown to be copied.
  if (link && next && html) return seeOther(link)
  if (link) return linkOver(request, link, carried)
  if (next && html) return seeOther(`/sign-in?next=${encodeURIComponent(next)}`)
  return refusalResponse(
    request,
    { status: 401, reason: 'signed-out' },
    { form: signInForm(carried ? [['carried', JSON.stringify(carried)]] : []), links: [] },
  )
}

function linkOver(request: Request, href: string, carried: Carried | undefined): Response {
  const t = translator(currentRequest()?.lang ?? 'fr')
  const written = Object.entries(carried?.values ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' && /\s/.test(value.trim()) && !name.startsWith('_') ? [value] : [],
  )
  const refusal = { status: 401 as const, reason: 'link-over', values: { lead: t('links.over-lead') } }
  return refusalResponse(request, refusal, { links: [{ href, label: t('links.over-again') }], written })
}

type Again = { carried: string; email: string; reason: string }

/** The same page after a mistake: what was typed is still carried, and so is the address. */
export const answerSignInAgain = (request: Request, { carried, email, reason }: Again): Response =>
  refusalResponse(
    request,
    { status: 401, reason: `sign-in-${reason}` },
    { form: signInForm([['carried', carried]], email), links: [] },
  )

/** What was typed, for which form, and the page it stands on. */
export type Carried = { form: string; page: string; values: RawValues; typist?: string | undefined }

function signInForm(fields: RefusalForm['fields'], email = ''): RefusalForm {
  const lang = currentRequest()?.lang ?? 'fr'
  const t = translator(lang)
  return {
    action: '/api/v1/session',
    label: t('session.sign-in'),
    fields,
    inputs: [
      { name: 'email', label: t('session.email'), type: 'email', autocomplete: 'username', value: email },
      { name: 'password', label: t('session.password'), type: 'password', autocomplete: 'current-password' },
    ],
  }
}
