import { endsWithConsent, type TaskKind, taskKinds } from './kinds'
import type { TaskRule } from './rule'
import { assessed } from './wall-assessments'
import { care } from './wall-care'
import { closing, looks } from './wall-looks'

/**
 * The second wall around tasks: which party opens or ends which kind, and because of what. Nobody opens or ends one for
 * its own sake: what it follows from stands in the same transaction. `app.task_fits` checks the causes in the database;
 * `app.task_rules` holds this list. A kind without a row is the database's own.
 */

const EVERYBODY = ['team', 'supervisor', 'partner'] as const
const STAFF = ['team', 'supervisor'] as const
const DAY = 24

const tell: readonly TaskRule[] = [
  {
    kind: 'TELL_PERSON',
    deed: 'OPEN',
    subject: 'referral',
    by: EVERYBODY,
    cause: 'MOVE',
    verbs: ['accept', 'rebook'],
    within: DAY,
  },
  {
    kind: 'TELL_PERSON',
    deed: 'DONE',
    subject: 'referral',
    by: ['team'],
    cause: 'TOLD',
    codes: ['PHONE', 'IN_PERSON', 'BY_POINT'],
  },
  {
    kind: 'TELL_PERSON',
    deed: 'DROPPED',
    subject: 'referral',
    by: EVERYBODY,
    cause: 'MOVE',
    verbs: ['complete', 'report-not-accessed', 'cancel', 'withdraw-consent'],
  },
]

const follow: readonly TaskRule[] = [
  {
    kind: 'NOT_CONFIRMED',
    deed: 'OPEN',
    subject: 'referral',
    by: ['team'],
    cause: 'MOVE',
    verbs: ['contest'],
    within: 31 * DAY,
  },
  {
    kind: 'NEXT_STEP',
    deed: 'OPEN',
    subject: 'referral',
    by: EVERYBODY,
    cause: 'MOVE',
    verbs: ['decline', 'report-not-accessed'],
    codes: [
      'NEXT_PROVIDER',
      'FIX_DIRECTORY',
      'ASK_PERSON',
      'CONTACT',
      'SAFETY',
      'PAY',
      'TRANSPORT',
      'PROVIDER',
      'TRANSFER',
      'SUPPORT',
    ],
    within: 7 * DAY,
  },
  ...(['NOT_CONFIRMED', 'NEXT_STEP'] as const).map(
    (kind): TaskRule => ({
      kind,
      deed: 'DONE',
      subject: 'referral',
      by: kind === 'NEXT_STEP' ? EVERYBODY : STAFF,
      cause: 'MOVE',
      verbs: ['verify', 'rebook', 'close-unserved'],
      codes: ['VERIFIED', 'REBOOKED', 'OTHER_REFERRAL', 'DIRECT_HELP', 'NOTHING_WANTED'],
    }),
  ),
  {
    kind: 'ASK_NEXT',
    deed: 'OPEN',
    subject: 'referral',
    by: ['supervisor'],
    cause: 'MOVE',
    verbs: ['cancel'],
    codes: null,
    within: DAY,
  },
  ...(['NEXT_STEP', 'ASK_NEXT'] as const).map(
    (kind): TaskRule => ({
      kind,
      deed: 'DONE',
      subject: 'referral',
      by: ['team'],
      cause: 'OTHER_REFERRAL',
      codes: ['OTHER_REFERRAL'],
    }),
  ),
]

/** What the person was promised instead; the help itself, or the other referral, ends it in the database. */
const promised: readonly TaskRule[] = [
  {
    kind: 'PROMISED',
    deed: 'OPEN',
    subject: 'referral',
    by: ['team'],
    cause: 'MOVE',
    verbs: ['close-unserved'],
    codes: ['OTHER_REFERRAL', 'DIRECT_HELP'],
    within: 7 * DAY,
  },
]

const harm: readonly TaskRule[] = [
  {
    kind: 'HARM',
    deed: 'OPEN',
    subject: 'referral',
    by: ['team'],
    cause: 'HARM_HEARD',
    codes: null,
    within: 31 * DAY,
  },
  { kind: 'HARM', deed: 'DONE', subject: 'referral', by: ['supervisor'], cause: 'HARM_SETTLED', codes: null },
]

const ENDING = (Object.keys(taskKinds) as TaskKind[]).filter(endsWithConsent)
const ending = {
  deed: 'DROPPED',
  by: ['team'],
  cause: 'CONSENT_ENDED',
  codes: ['CONSENT_WITHDRAWN'],
} as const satisfies Partial<TaskRule>
const consent: readonly TaskRule[] = [
  {
    kind: 'CONFIRM_BEST_INTERESTS',
    deed: 'OPEN',
    subject: 'case',
    by: ['team'],
    cause: 'CONFIRM_SUPERVISOR',
    codes: null,
    within: DAY,
  },
  {
    kind: 'CONFIRM_VITAL',
    deed: 'OPEN',
    subject: 'case',
    by: ['team'],
    cause: 'CONFIRM_COLLEAGUE',
    codes: null,
    within: DAY,
  },
  {
    kind: 'REVIEW_CONSENT',
    deed: 'DONE',
    subject: 'case',
    by: ['team'],
    cause: 'ASKED_AGAIN',
    codes: ['ASKED_AGAIN'],
  },
  ...ENDING.flatMap((kind): TaskRule[] => [
    { ...ending, kind, subject: 'case' },
    { ...ending, kind, subject: 'referral' },
  ]),
]

const TASK_RULES: readonly TaskRule[] = [
  ...tell,
  ...follow,
  ...promised,
  ...harm,
  ...looks,
  ...assessed,
  ...care,
  ...consent,
  ...closing,
]

/** Every row of `app.task_rules`, as the code says it. */
export const TASK_RULE_ROWS = TASK_RULES.flatMap((rule) =>
  rule.by.map(
    (party) =>
      [
        rule.kind,
        rule.deed,
        rule.subject,
        party,
        rule.cause,
        [...(rule.verbs ?? [])],
        rule.codes === null ? null : [...(rule.codes ?? [])],
        rule.within ?? null,
      ] as const,
  ),
)
