import type { Fields } from '@/lib/base/forms/form'
import { refusalResponse } from '@/lib/platform/http/refusal-response'
import { admit } from './admit'
import { answerSignIn, cookieReader } from './answers'
import { Attempt, keptForLater, pageOf } from './attempt'
import { readBody } from './body'
import { refusedLater } from './retry'
import { takeApart } from './sent'
import { sharesOf, turns } from './turns'
import type { Params, Verb } from './verb'

type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

/** The one way to write: origin, type and size of the body → the door, in turn → one attempt at the verb. */
export function command<F extends Fields, Row>(verb: Verb<F, Row>): Handler {
  return async (request, { params }) => {
    const body = await readBody(request)
    if ('status' in body) return refusalResponse(request, body)
    const sent = takeApart(body, verb.form.fields, verb.beside)
    const where = (await params) ?? {}
    const sending = { request, verb, where, sent }
    const spec = {
      action: verb.name,
      door: 'route' as const,
      session: verb.session,
      roles: verb.roles,
      subject: verb.audit(where, undefined),
      unsigned: verb.unsigned,
      // With a key a write that was committed after all is found again, and not done twice.
      repeatable: sent.key !== undefined,
      turn: <T>(token: string, run: () => Promise<T>) =>
        turns.take(sharesOf(token, recordOf(request, where)), run),
      expired: keptForLater(sending),
    }
    const outcome = await admit<Response>(cookieReader(request), spec, (inside) =>
      new Attempt(sending, inside).run(),
    )
    if ('answer' in outcome) return outcome.answer
    if ('refusal' in outcome) return refusedLater(request, outcome.refusal)
    const { values, typist } = sent
    return answerSignIn(request, { form: verb.name, page: pageOf(sending), values, typist })
  }
}

/** What is written to, as far as the address tells: the noun and its id. Without an id, nothing anybody else shares. */
const recordOf = (request: Request, where: Params): string =>
  Object.values(where)[0] ?? `${new URL(request.url).pathname} ${Math.random()}`
