import type { MessageKey } from '@/lib/base/i18n/dictionary'

import { isLate } from '@/lib/base/time/late'
import { isWithdrawn } from '@/lib/casework/cases/states'
import type { ReferralState } from '@/lib/casework/referrals/machine/states'
import { restingKinds, type TaskKind } from '@/lib/casework/tasks/kinds'

import type { FileReferral, FileTask } from './case-file'

/** One thing to do: its words (values may hold codes the page words), when it is due and where it is done. */
export type Thing = {
  key: MessageKey & `cases.next.${string}`
  at: Date | null
  dueKind: string | null
  href: string
  button: MessageKey & `cases.next.${string}`
  partner: string | null
  service: string | null
  /** Why it was asked for, in a code, where a task says. */
  why: string | null
  /** What its due date comes from: the work, the referral, or the case's own promise. */
  task?: FileTask
  referral?: FileReferral
}

type File = {
  code: string
  state: string
  closureReason: string | null
  due: { kind: string; at: Date } | null
  referrals: readonly FileReferral[]
  /** Open work of the team on this case. */
  tasks: readonly FileTask[]
  /** Registration pages not complete yet. */
  unfinished: number
}

/** What each state of a referral asks of the case team. Silence of the partner is read from the clock. */
const asks: Record<ReferralState, { word: string; path: string } | null> = {
  DRAFT: { word: 'draft', path: '' },
  PENDING_APPROVAL: null,
  RETURNED: { word: 'returned', path: '' },
  APPROVED: null,
  SENT: { word: 'remind', path: '' },
  ACKNOWLEDGED: { word: 'remind', path: '' },
  INFO_REQUESTED: { word: 'answer', path: '' },
  ACCEPTED: { word: 'report', path: '' },
  IN_PROGRESS: { word: 'report', path: '' },
  COMPLETED: { word: 'verify', path: '/verify' },
  CONTESTED: { word: 'contested', path: '' },
  NOT_ACCESSED: { word: 'not-accessed', path: '' },
  VERIFIED: null,
  CLOSED_UNSERVED: null,
  DECLINED: { word: 'declined', path: '' },
  CANCELLED: null,
  CONSENT_WITHDRAWN: null,
}

/** The next things of a case, the most pressing first; undated ones after dated ones. PURE. */
export function nextThings(file: File, now: Date): Thing[] {
  if (isWithdrawn(file)) return []
  const things = [
    ...registration(file),
    ...file.referrals.flatMap((one) => ofReferral(file.code, one, now)),
    ...file.tasks.flatMap((task) => ofTask(file, task)),
    ...contact(file),
  ]
  return things.toSorted(
    (a, b) => (a.at?.getTime() ?? Number.MAX_VALUE) - (b.at?.getTime() ?? Number.MAX_VALUE),
  )
}

function registration({ code, state, due, unfinished }: File): Thing[] {
  const page = `/cases/${code}/register`
  if (state === 'DRAFT') return [thing('register', due?.at ?? null, page, 'first-action')]
  return unfinished > 0 && state === 'OPEN' ? [thing('complete', null, page)] : []
}

function ofReferral(code: string, one: FileReferral, now: Date): Thing[] {
  const asked = asks[one.state]
  const at = one.dueAt ? new Date(one.dueAt) : null
  if (!asked || (asked.word === 'declined' && one.replaced)) return []
  const chased = asked.word === 'remind' || asked.word === 'report'
  // Our own reading again of an emergency is the supervisor's, and no silence of the partner.
  if (chased && (!at || !isLate(at, now) || one.dueKind === 'review')) return []
  const { partner, service } = one
  // A draft goes on where the wizard says what is missing; everything else on the referral's own page.
  const begun = one.state === 'DRAFT' || one.state === 'RETURNED'
  const href = begun ? `/cases/${code}/refer/${one.id}/check` : `/referrals/${one.id}${asked.path}`
  // A refusal has no clock of its own: what its reason asks for has one.
  const dueKind = one.dueKind ?? (at && 'NEXT_STEP')
  return [{ ...thing(asked.word, at, href, dueKind), partner, service, referral: one }]
}

/** Where each work of the team is done. What a referral's own line asks already is said once, there. */
const places: Partial<Record<string, (code: string, subject: string, why: string | null) => string>> = {
  PLAN_ACTION: (code, id) => `/cases/${code}/plan/actions/${id}`,
  OPENING_DISCIPLINE: () => '/openings',
  PLAN_RETURNED: (code) => `/cases/${code}/plan`,
  TELL_PERSON: (_, id) => `/referrals/${id}/slip`,
  RENEW_CONSENT: (code, id) => `/cases/${code}/consents/new?renew=${id}`,
  FIND_BASIS: (code) => `/cases/${code}/consents/new`,
  RATE_AGAIN: (code) => `/cases/${code}/register/safety`,
  PROMISED: (code, id, why) =>
    why === 'DIRECT_HELP' ? `/cases/${code}/assistance/new` : `/cases/${code}/refer?previous=${id}`,
  SCREEN_TRAFFICKING: (code) => `/cases/${code}/assessments/TIP_SCREENING/fill`,
  CARE_PEP: (code) => `/cases/${code}/refer`,
  CARE_EC: (code) => `/cases/${code}/refer`,
  CARE_INJURY: (code) => `/cases/${code}/refer`,
  SEE_PERSON: (code) => `/cases/${code}/notes/new`,
  REVIEW_CASE: (code) => `/cases/${code}/follow-ups/review`,
  KEEP_APPOINTMENT: (code, id) => `/cases/${code}/appointments/${id}`,
  REVIEW_HOLD: (code) => `/cases/${code}#state`,
  CLOSURE_RETURNED: (code) => `/cases/${code}#state`,
  TRANSFER_WAITS: (code) => `/cases/${code}#state`,
  TRANSFER_REFUSED: (code) => `/cases/${code}#state`,
  TELL_NEW_TEAM: (code) => `/cases/${code}#state`,
  TELL_AGENCY: (code) => `/cases/${code}#state`,
  ASK_NEXT: (code, id) => `/cases/${code}/refer?previous=${id}`,
  CALL_PARTNER: (_, id) => `/referrals/${id}`,
  RETURN_STEP: (code, _, why) =>
    why === 'CONSENT'
      ? `/cases/${code}/consents/new?for=RETURN`
      : `/cases/${code}/return${why ? `/step?step=${why}` : ''}`,
  GRANT_RETURNED: (code) => `/cases/${code}/return/grant`,
  GRANT_DELIVER: (code) => `/cases/${code}/return`,
  GRANT_VISIT: (code) => `/cases/${code}/return`,
  VISIT_FOLLOW: (code) => `/cases/${code}/return#follow`,
}

/** Where a task about a case is done, wherever its name is a link; nothing for what another line asks. PURE. */
export const taskPlace = (kind: string, code: string, subject: string): string | undefined =>
  places[kind]?.(code, subject, null)

/** No referral is begun on a case that waits or whose closing waits: there the state says what can be done. */
function ofTask({ code, state }: File, task: FileTask): Thing[] {
  const { kind, reason, subjectId, dueAt, asked } = task
  const place = places[kind]
  const at = dueAt ? new Date(dueAt) : null
  if (asked) return [{ ...thing(`task-${kind}-ASKED`, at, `/referrals/${asked}`, kind), task }]
  if (!place || (state === 'ON_HOLD' && restingKinds.includes(kind as TaskKind))) return []
  const there = place(code, subjectId, reason)
  const shut = state !== 'OPEN' && there.startsWith(`/cases/${code}/refer`)
  return [{ ...thing(`task-${kind}`, at, shut ? `/cases/${code}#state` : there, kind), why: reason, task }]
}

/** What is promised to the person next: a first help, then contact. */
function contact({ code, state, due }: File): Thing[] {
  if (!['OPEN', 'ON_HOLD', 'PENDING_CLOSURE'].includes(state)) return []
  if (due?.kind === 'first-action') return [thing('act', due.at, `/cases/${code}/assistance/new`, due.kind)]
  return due ? [thing('contact', due.at, `/cases/${code}/follow-ups/new`, due.kind)] : []
}

const thing = (word: string, at: Date | null, href: string, dueKind: string | null = null): Thing => ({
  key: `cases.next.${word}` as Thing['key'],
  button: `cases.next.${word}.button` as Thing['button'],
  at,
  dueKind,
  href,
  partner: null,
  service: null,
  why: null,
})
