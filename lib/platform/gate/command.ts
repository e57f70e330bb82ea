import { pageAbout } from '@/lib/base/addresses/pages'
import { type FieldErrors, type Fields, parseForm } from '@/lib/base/forms/form'
import { changedSince, compose } from '@/lib/base/forms/merge'
import { translator } from '@/lib/base/i18n/translate'
import { currentRequest } from '@/lib/base/request/request-record'
import { isoDayOf } from '@/lib/base/time/days'
import type { Actor } from '@/lib/platform/access/actor'
import { presented } from '@/lib/platform/access/cookies'
import { asSession, enter } from '@/lib/platform/access/enter'
import { append, appendUnsigned } from '@/lib/platform/audit/append'
import type { Tx } from '@/lib/platform/db/client'
import { refusalResponse } from '@/lib/platform/http/refusal-response'
import { answerDone, answerForm, answerInvalid, answerSignIn, cookieReader, inLanguage } from './answers'
import { readBody } from './body'
import { type Draft, dropDrafts, findDraftOf, keepDraft } from './drafts'
import { explained } from './explain'
import { macOf, spend, spentBy } from './idempotency'
import { overtakenRefusal } from './overtaken'
import { retried } from './retry'
import { type Sent, shown, takeApart } from './sent'
import { sharesOf, turns } from './turns'
import { typistOf } from './typist'
import type { Applied, Done, Params, Verb } from './verb'

type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

/**
 * The one way to write: origin, type and size → identity → idempotency → parse → scope → policy → change → audit, in
 * one transaction. A refusal is a value: its transaction commits with only the audit row (and the kept draft).
 */
export function command<F extends Fields, Row>(verb: Verb<F, Row>): Handler {
  return async (request, { params }) => {
    const body = await readBody(request)
    if ('status' in body) return refusalResponse(request, body)
    const sent = takeApart(body, verb.form.fields, verb.beside)
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
  const page = withDraft(verb.page(where, sent.values as never), id)
  return answerSignIn(request, undefined, await keepBeside({ tx, actor: { userId }, where, sent }, page))
}

const draftOf = (form: string, where: Params) => ({ form, about: Object.values(where).join(' ') })

const withDraft = (page: string, id: string) => `${page}${page.includes('?') ? '&' : '?'}draft=${id}`

type Typed = { tx: Tx; actor: { userId: string }; where: Params; sent: Sent }

/** What was typed for the other writes of a form, kept for each: the address comes back with their drafts. */
async function keepBeside({ tx, actor, where, sent }: Typed, page: string): Promise<string> {
  let back = page
  for (const { name, values } of sent.json ? [] : sent.beside) {
    const draft = { values, errors: {}, notice: 'aside' as const, page, ...shown(sent) }
    const id = await keepDraft(tx, actor.userId, draftOf(name, where), draft)
    if (id) back = withDraft(back, id)
  }
  return back
}

/** One try of one verb by one actor, inside its transaction. */
class Attempt<F extends Fields, Row> {
  constructor(
    private readonly request: Request,
    private readonly verb: Verb<F, Row>,
    readonly where: Params,
    public sent: Sent,
    readonly tx: Tx,
    readonly actor: Actor,
  ) {}

  async run(): Promise<Response> {
    const { verb, where, actor, tx } = this
    if (!verb.roles.includes(actor.role)) return this.refuse('role')
    const { language } = this.sent
    if (language !== undefined) return inLanguage(await this.comeBackAs(), language)
    const { _key, ...body } = this.sent.raw
    const mac = macOf(verb.name + JSON.stringify(where), this.sent.draft ? body : this.sent.values)
    if (this.sent.draft && !(await this.resolve(this.sent.draft))) return this.miss()
    const { sent } = this
    const spent = sent.key ? await spentBy(tx, actor, sent.key, mac) : undefined
    if (spent?.sameBody)
      return answerDone(this.request, { location: spent.location, ...(spent.answer && { id: spent.answer }) })
    if (spent) return this.comeBack('already-saved', {}, { savedAt: spent.at.toISOString() })
    const parsed = parseForm(verb.form, sent.values, isoDayOf(actor.now))
    if (!parsed.ok) return this.comeBack('invalid', parsed.errors)
    const row = await verb.scope({ tx, actor }, where, parsed.values)
    if (row === undefined) return this.miss()
    const verdict = verb.policy(actor, row, parsed.values)
    if (!verdict.allowed) return this.refuse(verdict.reason, row)
    const lost = await this.lostRace(row)
    if (lost) return lost
    const applied: Applied = await verb.apply({ tx, actor }, row, parsed.values)
    if ('conflict' in applied) return this.comeBack('stale', {})
    if ('invalid' in applied) return this.comeBack('invalid', applied.invalid)
    return this.done(applied, row, mac)
  }

  /** The language switch: nothing is done or judged; what the page had found wrong is still said. */
  private async comeBackAs(): Promise<Response> {
    const { tx, actor, verb, sent, where } = this
    const shown = await findDraftOf(tx, actor.userId, draftOf(verb.name, where), sent.came)
    return shown?.notice === 'invalid' ? this.comeBack('invalid', shown.errors) : this.comeBack('aside', {})
  }

  /** From a conflict page: the form as answered there, against what that page showed. */
  private async resolve(id: string): Promise<boolean> {
    const { tx, actor, verb, sent, where } = this
    const found = await findDraftOf(tx, actor.userId, draftOf(verb.name, where), id)
    if (!found?.conflict) return false
    const { base, theirs, version } = found.conflict
    const values = compose(Object.keys(verb.form.fields), { base, theirs, mine: found.values }, sent.picks)
    this.sent = { ...sent, values, base: theirs, version }
    return true
  }

  /**
   * The row has another version than the page showed. Where the form edits fields and none of them changed, it goes on;
   * else the person sees field by field what did, and nothing is written yet.
   */
  private async lostRace(row: Row): Promise<Response | undefined> {
    const { verb, sent, tx, actor } = this
    const now = verb.version?.(row)
    if (now === undefined || sent.version === undefined || now === sent.version) return undefined
    if (!verb.current || !sent.base) return this.comeBack('stale', {})
    const { values: theirs, by, at } = await verb.current({ tx, actor }, row)
    const sides = { base: sent.base, theirs, mine: sent.values }
    if (!changedSince(Object.keys(verb.form.fields), sides)) return undefined
    const conflict = { base: sent.base, theirs, version: now, by, at: at?.toISOString() ?? null }
    return this.comeBack('stale', {}, { conflict })
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
    const page = verb.page(where, sent.values as never)
    const kept = await keepBeside(this, page)
    const location = kept === page ? applied.location : kept
    if (sent.key)
      await spend(tx, actor, {
        key: sent.key,
        mac,
        // What was told without a name leaves none here either.
        location: verb.unsigned ? '/work' : location,
        answer: verb.unsigned ? '' : (applied.id ?? ''),
      })
    return answerDone(this.request, { ...applied, location })
  }

  private async refuse(reason: string, row?: Row): Promise<Response> {
    const { verb, tx, actor } = this
    await this.log('refused', row, { reason })
    const lost = row && (await verb.overtaken?.({ tx, actor }, row, reason))
    if (lost) {
      const refusal = overtakenRefusal(lost, reason, translator(actor.locale), actor.locale)
      return refusalResponse(this.request, refusal, { written: this.written() })
    }
    const t = translator(currentRequest()?.lang ?? 'fr')
    const back = row && pageAbout(verb.audit(this.where, row), verb.session)
    return refusalResponse(this.request, explained(reason, t, back), row && { written: this.written() })
  }

  /** What was typed freely: the row takes it no more, and whoever wrote it takes it along. */
  private written(): string[] {
    const { fields } = this.verb.form
    const { typist } = this.sent
    if (typist !== undefined && typist !== typistOf(this.actor.userId)) return []
    return Object.entries(this.sent.values).flatMap(([name, value]) => {
      const kind = Object.hasOwn(fields, name) ? fields[name]?.kind : undefined
      const typed = kind === 'text' || kind === 'long-text'
      return typed && typeof value === 'string' && value.trim() !== '' ? [value] : []
    })
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
    notice: Draft['notice'],
    errors: FieldErrors,
    more: Partial<Draft> = {},
  ): Promise<Response> {
    const { verb, where, sent, actor, tx, request } = this
    if (sent.json) return answerInvalid(notice, errors)
    const id = await keepDraft(tx, actor.userId, draftOf(verb.name, where), {
      values: sent.values,
      errors,
      notice,
      page: verb.page(where, sent.values as never),
      ...shown(sent),
      ...more,
    })
    if (!id) return refusalResponse(request, { status: 413, reason: 'too-large' })
    return answerForm(request, await keepBeside(this, withDraft(verb.page(where, sent.values as never), id)))
  }
}
