import { type FieldErrors, type Fields, parseForm, type RawValues } from '@/lib/base/forms/form'
import { isUuid } from '@/lib/base/forms/uuid'
import { translator } from '@/lib/base/i18n/translate'
import { currentRequest } from '@/lib/base/request/request-record'
import { isoDayOf } from '@/lib/base/time/days'
import type { Actor } from '@/lib/platform/access/actor'
import { presented } from '@/lib/platform/access/cookies'
import { asSession, enter } from '@/lib/platform/access/enter'
import { append, appendUnsigned } from '@/lib/platform/audit/append'
import type { Tx } from '@/lib/platform/db/client'
import { refusalResponse } from '@/lib/platform/http/refusal-response'
import { answerDone, answerForm, answerInvalid, answerSignIn, cookieReader } from './answers'
import { readBody } from './body'
import { dropDrafts, keepDraft } from './drafts'
import { explained } from './explain'
import { macOf, spend, spentBy } from './idempotency'
import { retried } from './retry'
import { sharesOf, turns } from './turns'
import type { Applied, Done, Params, Verb } from './verb'

type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>
type Sent = {
  raw: RawValues
  values: RawValues
  key: string | undefined
  version: number | undefined
  /** The mark of whom the form was shown to. */
  typist: string | undefined
  json: boolean
}

/**
 * The one way to write: origin, type and size → identity → idempotency → parse → scope → policy → change → audit, in
 * one transaction. A refusal is a value: its transaction commits with only the audit row (and the kept draft).
 */
export function command<F extends Fields, Row>(verb: Verb<F, Row>): Handler {
  return async (request, { params }) => {
    const body = await readBody(request)
    if ('status' in body) return refusalResponse(request, body)
    const sent = takeApart(body.values, body.json)
    const session = presented(cookieReader(request))
    const where = (await params) ?? {}
    const carried = {
      form: verb.name,
      page: verb.page(where, sent.values as never),
      values: sent.values,
      typist: sent.typist,
    }
    if (!session || session.kind !== verb.session) return answerSignIn(request, carried)
    const attempt = () =>
      asSession(verb.session, async (tx) => {
        const entry = await enter(tx, session.token)
        if (entry.state === 'unknown') return answerSignIn(request, carried)
        if (entry.state === 'expired')
          return keptForLater(request, { tx, userId: entry.userId, verb, where, sent })
        return new Attempt(request, verb, where, sent, tx, entry.actor).run()
      })
    // With a key a write that was committed after all is found again, and not done twice.
    const shares = sharesOf(session.token, recordOf(request, where))
    return retried(request, () => turns.take(shares, attempt), sent.key !== undefined)
  }
}

/** What is written to, as far as the address tells: the noun and its id. Without an id, nothing anybody else shares. */
const recordOf = (request: Request, where: Params): string =>
  Object.values(where)[0] ?? `${new URL(request.url).pathname} ${Math.random()}`

/** The hidden fields of every form: `_key` (idempotency), `_version` (of the row the page showed), `_for` (whose form). */
function takeApart(raw: RawValues, json: boolean): Sent {
  const { _key, _version, _for, ...values } = raw
  const key = isUuid(_key) ? _key : undefined
  const version = typeof _version === 'string' && /^\d{1,9}$/.test(_version) ? Number(_version) : undefined
  const typist = typeof _for === 'string' ? _for.slice(0, 40) : undefined
  return { raw, values, key, version, typist, json }
}

type Late<F extends Fields, Row> = { tx: Tx; userId: string; verb: Verb<F, Row>; where: Params; sent: Sent }

/** A session that has run out, but is known: what was typed waits for the same person. */
async function keptForLater<F extends Fields, Row>(request: Request, late: Late<F, Row>): Promise<Response> {
  const { tx, userId, verb, where, sent } = late
  const id = await keepDraft(tx, userId, draftOf(verb.name, where), {
    values: sent.values,
    errors: {},
    notice: 'expired',
    page: verb.page(where, sent.values as never),
  })
  if (!id) return refusalResponse(request, { status: 413, reason: 'too-large' })
  return answerSignIn(request, undefined, withDraft(verb.page(where, sent.values as never), id))
}

const draftOf = (form: string, where: Params) => ({ form, about: Object.values(where).join(' ') })

const withDraft = (page: string, id: string) => `${page}${page.includes('?') ? '&' : '?'}draft=${id}`

/** One try of one verb by one actor, inside its transaction. */
class Attempt<F extends Fields, Row> {
  constructor(
    private readonly request: Request,
    private readonly verb: Verb<F, Row>,
    private readonly where: Params,
    private readonly sent: Sent,
    private readonly tx: Tx,
    private readonly actor: Actor,
  ) {}

  async run(): Promise<Response> {
    const { verb, sent, where, actor, tx } = this
    if (!verb.roles.includes(actor.role)) return this.refuse('role')
    const mac = macOf(verb.name + JSON.stringify(where), sent.values)
    const spent = sent.key ? await spentBy(tx, actor, sent.key, mac) : undefined
    if (spent?.sameBody)
      return answerDone(this.request, { location: spent.location, ...(spent.answer && { id: spent.answer }) })
    if (spent) return this.comeBack('already-saved', {}, spent.at)
    const parsed = parseForm(verb.form, sent.values, isoDayOf(actor.now))
    if (!parsed.ok) return this.comeBack('invalid', parsed.errors)
    const row = await verb.scope({ tx, actor }, where, parsed.values)
    if (row === undefined) return this.miss()
    const verdict = verb.policy(actor, row, parsed.values)
    if (!verdict.allowed) return this.refuse(verdict.reason, row)
    if (verb.version && sent.version !== undefined && verb.version(row) !== sent.version)
      return this.comeBack('stale', {})
    const applied: Applied = await verb.apply({ tx, actor }, row, parsed.values)
    if ('conflict' in applied) return this.comeBack('stale', {})
    if ('invalid' in applied) return this.comeBack('invalid', applied.invalid)
    return this.done(applied, row, mac)
  }

  private async done(applied: Done, row: Row, mac: Buffer): Promise<Response> {
    const { verb, sent, where, actor, tx } = this
    if (verb.unsigned) await appendUnsigned(tx, { action: verb.name, id: applied.id ?? '', outcome: 'done' })
    else
      await append(tx, {
        action: verb.name,
        subject: verb.audit(where, row),
        outcome: 'done',
        detail: applied.detail ?? {},
      })
    await dropDrafts(tx, actor.userId, draftOf(verb.name, where))
    if (sent.key)
      await spend(tx, actor, {
        key: sent.key,
        mac,
        // What was told without a name leaves none here either.
        location: verb.unsigned ? '/work' : applied.location,
        answer: verb.unsigned ? '' : (applied.id ?? ''),
      })
    return answerDone(this.request, applied)
  }

  private async refuse(reason: string, row?: Row): Promise<Response> {
    await this.log('refused', row, { reason })
    return refusalResponse(this.request, explained(reason, translator(currentRequest()?.lang ?? 'fr')))
  }

  private async miss(): Promise<Response> {
    await this.log('missing', undefined, {})
    return refusalResponse(this.request, { status: 404, reason: 'not-found' })
  }

  private async log(outcome: 'refused' | 'missing', row: Row | undefined, detail: object): Promise<void> {
    const { verb, where, tx } = this
    if (verb.unsigned) return appendUnsigned(tx, { action: verb.name, id: '', outcome })
    await append(tx, { action: verb.name, subject: verb.audit(where, row), outcome, detail: { ...detail } })
  }

  /** Back to the form with everything typed, sealed until the page shows it. */
  private async comeBack(
    notice: 'invalid' | 'stale' | 'already-saved',
    errors: FieldErrors,
    at?: Date,
  ): Promise<Response> {
    const { verb, where, sent, actor, tx, request } = this
    if (sent.json) return answerInvalid(notice, errors)
    const id = await keepDraft(tx, actor.userId, draftOf(verb.name, where), {
      values: sent.values,
      errors,
      notice,
      page: verb.page(where, sent.values as never),
      ...(at && { savedAt: at.toISOString() }),
    })
    if (!id) return refusalResponse(request, { status: 413, reason: 'too-large' })
    return answerForm(request, withDraft(verb.page(where, sent.values as never), id))
  }
}
