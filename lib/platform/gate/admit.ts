import { localeOf } from '@/lib/base/i18n/locale'
import { type Translate, translator } from '@/lib/base/i18n/translate'
import type { Refusal } from '@/lib/base/request/request-record'
import type { Actor } from '../access/actor'
import { presented, type SessionKind } from '../access/cookies'
import { asSession, enter } from '../access/enter'
import type { Role } from '../access/roles'
import { append, appendUnsigned, type Outcome, readAs, type Subject } from '../audit/append'
import type { Tx } from '../db/client'
import type { FileIn } from '../files/check'
import { explained, notThere } from './explain'
import { slowedDown } from './pace'
import { type Door, persistently, refusalOf } from './retry'

/** Somebody let in, inside the transaction: who, what the database shows them, and the language of their page. */
export type Inside = { tx: Tx; actor: Actor; t: Translate; file?: FileIn }

type Logged = { subject: Subject; detail?: Record<string, unknown> }
/** What was read, or a form that comes back: without `log` nothing happened yet that the log should know. */
type Answered<T> = { answer: T; log?: Logged }
/** What was done: logged while the database still sees that this alone has written, and then finished. */
type Acted<T> = { log: Logged; finish: () => Promise<T> }
/** Out of reach, or forbidden to this person. `answer` is a refusal that has more to say than its reason. */
type Unanswered<T> = { missing: Subject } | { refused: string; subject: Subject; answer?: T }
export type Worked<T> = Answered<T> | Acted<T> | Unanswered<T>

/** Who may come in by which door, and what the log calls it. */
export type Spec<T> = {
  action: `${string}.${string}`
  door: Door
  session: SessionKind
  roles: readonly Role[]
  /** Open to whoever came by a link, for its one referral; everything else is shut to them. */
  byLink?: true | undefined
  /** What a refused role was refused; without, the page. */
  subject?: Subject
  /** A page that leaves no line: beside a report without a name it would name who read it. */
  silent?: true | undefined
  /** Logged without naming anybody; only a report of abuse is. */
  unsigned?: true | undefined
  /** Whether it may run again when nobody knows if it was committed: nothing to write, or a key that finds it again. */
  repeatable: boolean
  /** Where a refusal leads back to. */
  back?: (subject: Subject, actor: Actor) => string | undefined
  /** Waits for its turn before it takes a connection. */
  turn?: (token: string, run: () => Promise<Admitted<T>>) => Promise<Admitted<T>>
  /** A session that has run out but is known: what is still kept for its person. */
  expired?: (tx: Tx, userId: string) => Promise<T>
}

type Cookies = (name: string) => string | undefined
/** What came out: an answer, a refusal to show, or a question to sign in. */
export type Admission<T> = { answer: T } | { refusal: Refusal } | { signIn: true; link?: string }
type Admitted<T> = { outcome: Admission<T>; excess: number }

/**
 * The one door: session → role → language → work → log, in one transaction that is tried again where that helps. Pages,
 * writes and downloads are thin uses of it. A refusal is a value: its transaction commits with only its line in the log.
 */
export async function admit<T>(
  cookies: Cookies,
  spec: Spec<T>,
  work: (inside: Inside) => Promise<Worked<T>>,
): Promise<Admission<T>> {
  const session = presented(cookies)
  if (!session || (spec.door === 'route' && session.kind !== spec.session)) return { signIn: true }
  const { turn = (_, run) => run() } = spec
  const once = () =>
    asSession(session.kind, async (tx): Promise<Admitted<T>> => {
      const entry = await enter(tx, session.token, session.kind)
      if (entry.state === 'expired' && spec.expired)
        return quietly({ answer: await spec.expired(tx, entry.userId) })
      if (entry.state !== 'live')
        return quietly({ signIn: true, ...(session.link && { link: session.link }) })
      // The language of the page in hand, whatever the account says.
      const actor = { ...entry.actor, locale: localeOf(cookies('lang')) }
      const inside = { tx, actor, t: translator(actor.locale) }
      const reached =
        session.kind === spec.session &&
        spec.roles.includes(actor.role) &&
        (!actor.link || spec.byLink === true)
      return told(inside, spec, reached ? await work(inside) : outside(spec))
    })
  try {
    const { outcome, excess } = await persistently(() => turn(session.token, once), spec.repeatable)
    await slowedDown(excess)
    return outcome
  } catch (error) {
    return { refusal: refusalOf(error, spec.door) }
  }
}

const quietly = <T>(outcome: Admission<T>): Admitted<T> => ({ outcome, excess: 0 })

const outside = <T>({ action, subject }: Spec<T>): Unanswered<T> => ({
  refused: 'role',
  subject: subject ?? { type: 'page', id: action },
})

/** Writes what came of it into the log, and says it as an answer or a refusal. */
async function told<T>({ tx, t, actor }: Inside, spec: Spec<T>, worked: Worked<T>): Promise<Admitted<T>> {
  const log = (outcome: Outcome, subject: Subject, detail: Record<string, unknown> = {}) =>
    spec.unsigned
      ? appendUnsigned(tx, { action: spec.action, id: outcome === 'done' ? subject.id : '', outcome })
      : append(tx, { action: spec.action, subject, outcome, detail })
  if ('missing' in worked) {
    await log('missing', worked.missing)
    return quietly({ refusal: notThere(actor, t) })
  }
  if ('refused' in worked) {
    const { refused: reason, subject, answer } = worked
    await log('refused', subject, { reason })
    const refusal = explained(reason, t, spec.back?.(subject, actor))
    return quietly(answer === undefined ? { refusal } : { answer })
  }
  const outcome = spec.door === 'page' ? readAs(spec.action) : 'done'
  const excess = worked.log && !spec.silent ? await log(outcome, worked.log.subject, worked.log.detail) : 0
  return { outcome: { answer: 'finish' in worked ? await worked.finish() : worked.answer }, excess }
}
