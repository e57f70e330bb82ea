import type { Fields } from '@/lib/base/forms/form'
import type { FileIn } from '@/lib/platform/files/check'
import { refusalResponse } from '@/lib/platform/http/refusal-response'
import { admit } from './admit'
import { answerSignIn, cookieReader } from './answers'
import { Attempt, keptForLater, pageOf } from './attempt'
import { type Body, readBody } from './body'
import { refusedLater } from './retry'
import { saidByLink } from './said-by-link'
import { takeApart } from './sent'
import { sharesOf, turns } from './turns'
import type { Params, Verb } from './verb'

export type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

/** The one way to write: origin, type and size of the body → the door, in turn → one attempt at the verb. */
export function command<F extends Fields, Row>(verb: Verb<F, Row>): Handler {
  return async (request, { params }) => {
    const body = await readBody(request)
    if ('status' in body) return refusalResponse(request, body)
    return attempted(verb, { request, where: (await params) ?? {}, body })
  }
}

/** A write as it was read: `file` is what came of looking into the file that came with it. */
export type Read = { request: Request; where: Params; body: Body; file?: FileIn | undefined }

export async function attempted<F extends Fields, Row>(
  verb: Verb<F, Row>,
  { request, where, body, file }: Read,
): Promise<Response> {
  const sent = takeApart(body, verb.form.fields, verb.beside)
  const sending = { request, verb, where, sent }
  const spec = {
    action: verb.name,
    door: 'route' as const,
    session: verb.session,
    roles: verb.roles,
    subject: verb.audit(where, undefined),
    unsigned: verb.unsigned,
    byLink: verb.byLink,
    // With a key a write that was committed after all is found again, and not done twice.
    repeatable: sent.key !== undefined,
    turn: inTurn(request, where),
    expired: keptForLater(sending),
  }
  const outcome = await admit<Response>(cookieReader(request), spec, (inside) =>
    new Attempt(sending, file ? { ...inside, file } : inside).run(),
  )
  if ('answer' in outcome) return outcome.answer
  const twice = await saidByLink(sending)
  if (twice) return twice
  if ('refusal' in outcome) return refusedLater(request, outcome.refusal)
  const { values, typist } = sent
  return answerSignIn(request, { form: verb.name, page: pageOf(sending), values, typist })
}

/** One write of a person, and of a record, after the other. */
export const inTurn =
  (request: Request, where: Params) =>
  <T>(token: string, run: () => Promise<T>): Promise<T> =>
    turns.take(sharesOf(token, recordOf(request, where)), run)

/** What is written to, as far as the address tells: the noun and its id. Without an id, nothing anybody else shares. */
const recordOf = (request: Request, where: Params): string =>
  Object.values(where)[0] ?? `${new URL(request.url).pathname} ${Math.random()}`
