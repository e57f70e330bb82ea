import type { FieldErrors, Fields, Form, RawValues, ValuesOf } from '@/lib/base/forms/form'
import type { MessageKey } from '@/lib/base/i18n/dictionary'
import type { Actor } from '@/lib/platform/access/actor'
import type { SessionKind } from '@/lib/platform/access/cookies'
import type { Role } from '@/lib/platform/access/roles'
import type { Subject } from '@/lib/platform/audit/append'
import type { Tx } from '@/lib/platform/db/client'
import type { FileIn } from '@/lib/platform/files/check'
import type { Beside } from './beside'
import type { Overtaken } from './overtaken'
import type { Verdict } from './verdict'

/** `file`: what came of looking into the file that was sent along, where a verb takes one. */
export type Ctx = { tx: Tx; actor: Actor; file?: FileIn }
/** What stands in the URL: `[id]`, `[code]` … */
export type Params = Readonly<Record<string, string>>

/** What a verb did: where the person goes next, and a word for machines. */
export type Done = { location: string; id?: string; detail?: Record<string, unknown> }
/** What it could not do: the row moved on (somebody was quicker), or the values do not fit the row. */
export type NotDone = { conflict: true } | { invalid: FieldErrors }
export type Applied = Done | NotDone

/**
 * One write. Every part is required, so that a write without scope, policy or audit does not compile:
 * - `scope` loads the row inside what this actor can see, locked; nothing found is the same answer as not there;
 * - `policy` (pure) says whether this actor may, given the row; a refusal carries a reason code;
 * - `audit` names what the event is about; it is written in the same transaction, also for refusals and misses.
 */
export type Verb<F extends Fields, Row> = {
  name: `${string}.${string}`
  session: SessionKind
  roles: readonly Role[]
  form: Form<F>
  /** The page this form stands on: where a person returns with values and errors kept. */
  page: (params: Params, values: Partial<ValuesOf<F>>) => string
  scope: (ctx: Ctx, params: Params, values: ValuesOf<F>) => Promise<Row | undefined>
  policy: (actor: Actor, row: Row, values: ValuesOf<F>) => Verdict
  apply: (ctx: Ctx, row: Row, values: ValuesOf<F>) => Promise<Applied>
  audit: (params: Params, row: Row | undefined) => Subject
  /** Whether somebody else is at the row in the queue: said before anything is tried. The database holds it in any case. */
  held?: (ctx: Ctx, row: Row) => Promise<boolean>
  /**
   * What the row itself has against the values, where `apply` would say it: asked as well when fields have errors of their
   * own, so that a form comes back once. A field with an error stands here as if nothing was written.
   */
  doubts?: (ctx: Ctx, row: Row, values: ValuesOf<F>) => Promise<FieldErrors> | FieldErrors
  /** Other writes in the same form, behind other buttons: what is typed in their fields comes back with the page. */
  beside?: readonly Beside[]
  /**
   * For a refusal that means "somebody was quicker": who, when, how it stands now, where to go on. Nothing for any
   * other reason.
   */
  overtaken?: (ctx: Ctx, row: Row, reason: string) => Promise<Overtaken | undefined>
  /** Open to whoever came by a link, for its one referral. */
  byLink?: true
  /** Logged without actor, session and case; only a report of abuse is. */
  unsigned?: true
  /** The row's version, where it has one: a form made for another version is a lost race. */
  version?: (row: Row) => number
  /**
   * Where the form edits what stands there: its fields as they stand now, as the page would show them, and who changed
   * them when. Then a lost race is shown field by field, and what was not touched is never written.
   */
  current?: (ctx: Ctx, row: Row) => Promise<Standing>
  /** For a form that edits nothing: who was quicker, when, and how it stands, so that the page that comes back says so. */
  changed?: (ctx: Ctx, row: Row) => Promise<Changed>
}

/** Who was quicker, nobody where nobody is named; when; how it stands now, in words of the noun. */
export type Changed = { by: string | null; at: Date | null; now: MessageKey }

/** A form as it stands now, and who left it so. */
export type Standing = { values: RawValues; by: string | null; at: Date | null }

export const verb = <const F extends Fields, Row>(spec: Verb<F, Row>): Verb<F, Row> => spec
