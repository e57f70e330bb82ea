import { chosenWords } from '@/lib/base/forms/chosen'
import { type FieldErrors, type Fields, parseForm, type ValuesOf } from '@/lib/base/forms/form'
import { changedSince, compose } from '@/lib/base/forms/merge'
import { understoodDays, withUnderstood } from '@/lib/base/forms/understood'
import { isoDayOf } from '@/lib/base/time/days'
import type { Tx } from '@/lib/platform/db/client'
import { refusalResponse } from '@/lib/platform/http/refusal-response'
import type { Inside, Worked } from './admit'
import { answerDone, answerForm, answerInvalid, answerSignIn, inLanguage } from './answers'
import { draftOf, keepBeside, keepForm, type Typed } from './come-back'
import { type Draft, dropDrafts, findDraftOf } from './drafts'
import { explained } from './explain'
import { macOf, spend, spendUnsigned, spentBy, spentUnsigned } from './idempotency'
import { overtakenRefusal } from './overtaken'
import { draftsShown, type Sent, shown } from './sent'
import { typistOf } from './typist'
import type { Done, Params, Verb } from './verb'
import { pageAbout } from './way-back'

export type Sending<F extends Fields, Row> = {
  request: Request
  verb: Verb<F, Row>
  where: Params
  sent: Sent
}

const tooLarge = (request: Request) => refusalResponse(request, { status: 413, reason: 'too-large' })
/** The page the form stands on. */
export const pageOf = <F extends Fields, Row>({ verb, where, sent }: Sending<F, Row>) =>
  verb.page(where, sent.values as Partial<ValuesOf<F>>)

/** Of what was sent, whole: the same again is the same press. */
export function bodyMac<F extends Fields, Row>({ verb, where, sent }: Sending<F, Row>): Buffer {
  const { _key, ...body } = sent.raw
  return macOf(verb.name + JSON.stringify(where), sent.draft ? body : sent.values)
}

/** A session that has run out, but is known: what was typed waits for the same person. */
export const keptForLater =
  <F extends Fields, Row>(sending: Sending<F, Row>) =>
  async (tx: Tx, userId: string): Promise<Response> => {
    const { request, verb } = sending
    const draft = { errors: {}, notice: 'expired' as const, page: pageOf(sending) }
    const back = await keepForm({ ...sending, tx, userId }, verb.name, draft)
    return back ? answerSignIn(request, undefined, back) : tooLarge(request)
  }

/** One try of one verb by one actor, inside its transaction: idempotency → parse → scope → policy → version → apply. */
export class Attempt<F extends Fields, Row> {
  private sent: Sent

  constructor(
    private readonly sending: Sending<F, Row>,
    private readonly inside: Inside,
  ) {
    this.sent = sending.sent
  }

  private get typed(): Typed {
    const { tx, actor } = this.inside
    return { tx, userId: actor.userId, where: this.sending.where, sent: this.sent }
  }

  async run(): Promise<Worked<Response>> {
    const { verb, request } = this.sending
    const { tx, actor } = this.inside
    const { language } = this.sent
    if (language !== undefined) return { answer: inLanguage(await this.comeBackAs(), language) }
    if (this.sent.look) return this.comeBack('aside', {})
    const mac = bodyMac(this.sending)
    if (this.sent.draft && !(await this.resolve(this.sent.draft))) return this.missing()
    const { key, values } = this.sent
    const spent = key ? await spentBy(tx, actor, key, mac) : undefined
    if (spent?.sameBody) {
      const { location, answer: id } = spent
      return { answer: answerDone(request, { location, ...(id && { id }) }) }
    }
    if (spent) return this.comeBack('already-saved', {}, { savedAt: spent.at.toISOString() })
    if (verb.unsigned && key && (await spentUnsigned(tx, key)))
      return { answer: answerDone(request, { location: '/work' }) }
    const parsed = parseForm(verb.form, values, isoDayOf(actor.now))
    if (parsed.ok) return this.attempt(parsed.values, mac)
    return this.comeBack('invalid', { ...(await this.doubts(parsed.values)), ...parsed.errors })
  }

  /** What this person's row has against a form that comes back anyway; of a row out of reach nothing. */
  private async doubts(values: ValuesOf<F>): Promise<FieldErrors> {
    const { verb, where } = this.sending
    if (!verb.doubts) return {}
    const row = await verb.scope(this.inside, where, values)
    if (row === undefined || !verb.policy(this.inside.actor, row, values).allowed) return {}
    return verb.doubts(this.inside, row, values)
  }

  /** Days that were typed short, said back on the next page. */
  private understood: string[] = []

  private async attempt(values: ValuesOf<F>, mac: Buffer): Promise<Worked<Response>> {
    const { verb, where } = this.sending
    const row = await verb.scope(this.inside, where, values)
    if (row === undefined) return this.missing()
    const verdict = verb.policy(this.inside.actor, row, values)
    if (!verdict.allowed) return this.refused(verdict.reason, row)
    if (await verb.held?.(this.inside, row)) return this.refused('claimed', row)
    this.understood = understoodDays(verb.form, this.sent.values, values)
    const lost = await this.lostRace(row)
    if (lost) return lost
    const applied = await verb.apply(this.inside, row, values)
    if ('conflict' in applied) return this.overtakenInside(values)
    if ('invalid' in applied) return this.comeBack('invalid', applied.invalid)
    return this.done(applied, row, mac)
  }

  /** The language switch: nothing is done or judged; what the page had found wrong is still said. */
  private async comeBackAs(): Promise<Response> {
    const { verb, where } = this.sending
    const { tx, actor } = this.inside
    const before = await findDraftOf(tx, actor.userId, draftOf(verb.name, where), this.sent.came)
    return before?.notice === 'invalid'
      ? this.formAgain('invalid', before.errors)
      : this.formAgain('aside', {})
  }

  /** From a conflict page: the form as answered there, against what that page showed. */
  private async resolve(id: string): Promise<boolean> {
    const { verb, where } = this.sending
    const { tx, actor } = this.inside
    const found = await findDraftOf(tx, actor.userId, draftOf(verb.name, where), id)
    if (!found?.conflict) return false
    const { base, theirs, version } = found.conflict
    const sides = { base, theirs, mine: found.values }
    const values = compose(verb.form.fields, sides, this.sent.picks)
    this.sent = { ...this.sent, values, base: theirs, version }
    return true
  }

  /**
   * The row has another version than the page showed. Where the form edits fields and none of them changed, it goes on;
   * else the person sees field by field what did, and nothing is written yet.
   */
  private async lostRace(row: Row): Promise<Worked<Response> | undefined> {
    const { verb } = this.sending
    const { base, version, values: mine } = this.sent
    const now = verb.version?.(row)
    if (now === undefined || version === undefined || now === version) return undefined
    if (!verb.current || !base) return this.comeBack('stale', {}, await this.since(row))
    const { values: theirs, by, at } = await verb.current(this.inside, row)
    if (!changedSince(verb.form.fields, { base, theirs, mine })) return undefined
    const conflict = { base, theirs, version: now, by, at: at?.toISOString() ?? null }
    return this.comeBack('stale', {}, { conflict })
  }

  /**
   * Somebody was quicker between the look and the act. Where that leaves nothing to do, their page would refuse the form it
   * comes back to: who it was and how it stands now is said at once.
   */
  private async overtakenInside(values: ValuesOf<F>): Promise<Worked<Response>> {
    const { verb, where } = this.sending
    const row = await verb.scope(this.inside, where, values)
    const verdict = row === undefined ? undefined : verb.policy(this.inside.actor, row, values)
    if (row !== undefined && verdict && !verdict.allowed && verb.overtaken)
      return this.refused(verdict.reason, row)
    return this.comeBack('stale', {}, row === undefined ? {} : await this.since(row))
  }

  /** Who was quicker, for a form that comes back without fields to compare. */
  private async since(row: Row): Promise<Partial<Draft>> {
    const changed = await this.sending.verb.changed?.(this.inside, row)
    return changed ? { since: { ...changed, at: changed.at?.toISOString() ?? null } } : {}
  }

  private done(applied: Done, row: Row, mac: Buffer): Worked<Response> {
    const { verb, where } = this.sending
    const subject = verb.unsigned ? { type: '', id: applied.id ?? '' } : verb.audit(where, row)
    const log = { subject, ...(applied.detail && { detail: applied.detail }) }
    return { log, finish: () => this.finish(applied, mac) }
  }

  /** The drafts of its page have served, its key is spent; what was typed for a neighbour is kept. */
  private async finish(applied: Done, mac: Buffer): Promise<Response> {
    const { request, verb, where } = this.sending
    const { tx, actor } = this.inside
    const { key } = this.sent
    await dropDrafts(tx, actor.userId, draftOf(verb.name, where), draftsShown(request, this.sent))
    const page = pageOf({ ...this.sending, sent: this.sent })
    const kept = await keepBeside(this.typed, page)
    const location = withUnderstood(kept === page ? applied.location : kept, this.understood)
    // What was told without a name leaves none here either.
    if (key && verb.unsigned) await spendUnsigned(tx, key)
    else if (key) await spend(tx, actor, { key, mac, location, answer: applied.id ?? '' })
    return answerDone(request, { ...applied, location })
  }

  private async refused(reason: string, row: Row): Promise<Worked<Response>> {
    const { request, verb, where } = this.sending
    const { t, actor } = this.inside
    const subject = verb.audit(where, row)
    const lost = await verb.overtaken?.(this.inside, row, reason)
    const refusal = lost
      ? overtakenRefusal(lost, reason, t, actor.locale)
      : explained(reason, t, pageAbout(subject, verb.session))
    return {
      refused: reason,
      subject,
      answer: refusalResponse(request, refusal, { written: this.written(lost !== undefined) }),
    }
  }

  /**
   * What was typed freely: the row takes it no more, and whoever wrote it takes it along. Where somebody was quicker, what was
   * chosen too.
   */
  private written(raced: boolean): string[] {
    const { form } = this.sending.verb
    const { fields } = form
    const { typist, values } = this.sent
    const { actor, t } = this.inside
    if (typist !== undefined && typist !== typistOf(actor.userId)) return []
    const chosen = raced ? chosenWords(form, this.sent, { t, locale: actor.locale }) : []
    const typed = Object.entries(values).flatMap(([name, value]) => {
      const kind = Object.hasOwn(fields, name) ? fields[name]?.kind : undefined
      const free = kind === 'text' || kind === 'long-text'
      return free && typeof value === 'string' && value.trim() !== '' ? [value] : []
    })
    return [...(chosen.length > 0 ? [chosen.join('\n')] : []), ...typed]
  }

  private missing(): Worked<Response> {
    const { verb, where } = this.sending
    return { missing: verb.audit(where, undefined) }
  }

  private async comeBack(...why: Parameters<typeof this.formAgain>): Promise<Worked<Response>> {
    return { answer: await this.formAgain(...why) }
  }

  /** Back to the form with everything typed, sealed until the page shows it. */
  private async formAgain(
    notice: Draft['notice'],
    errors: FieldErrors,
    more: Partial<Draft> = {},
  ): Promise<Response> {
    const { request, verb } = this.sending
    if (this.sent.json) return answerInvalid(notice, errors)
    const page = pageOf({ ...this.sending, sent: this.sent })
    const draft = { errors, notice, page, ...shown(this.sent), ...more }
    const back = await keepForm(this.typed, verb.name, draft)
    return back ? answerForm(request, back) : tooLarge(request)
  }
}
