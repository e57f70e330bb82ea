import { seenKinds, type TaskKind } from './kinds'
import type { TaskRule } from './rule'

const DAY = 24

/** What a supervisor looks at, opened by what somebody of the team wrote and done by having looked. Part of `wall.ts`. */
const seen = (kind: TaskKind): TaskRule => ({
  kind,
  deed: 'DONE',
  subject: kind === 'LATE_ANSWER' ? 'referral' : 'case',
  by: ['supervisor'],
  cause: 'LOOKED',
  codes: ['SEEN'],
})
export const looks: readonly TaskRule[] = [
  {
    kind: 'SEE_LOWER_RISK',
    deed: 'OPEN',
    subject: 'case',
    by: ['team'],
    cause: 'RATED_LOWER',
    codes: null,
    within: DAY,
  },
  {
    kind: 'SEE_LOWER_RISK',
    deed: 'DROPPED',
    subject: 'case',
    by: ['team'],
    cause: 'RATED_AS_PROPOSED',
    codes: ['AS_PROPOSED'],
  },
  {
    kind: 'SEE_DANGER',
    deed: 'OPEN',
    subject: 'case',
    by: ['team'],
    cause: 'DANGER_RAISED',
    codes: null,
    within: 4,
  },
  { kind: 'CALLED_ANYWAY', deed: 'OPEN', subject: 'case', by: ['team'], cause: 'CALLED', within: DAY },
  ...seenKinds.map(seen),
  // Given back by `app.return_rating`, or asked by an assessment; a new rating answers it.
  { kind: 'RATE_AGAIN', deed: 'DONE', subject: 'case', by: ['team'], cause: 'RATED', codes: ['RATED_AGAIN'] },
]

/** Opened by the database with the move; somebody of the team reads what came back, or tells whom it is for, and says so. */
export const closing: readonly TaskRule[] = (
  [
    'CLOSURE_RETURNED',
    'TRANSFER_REFUSED',
    'TELL_NEW_TEAM',
    'TELL_AGENCY',
    'VISIT_FOLLOW',
    'CALL_PARTNER',
    'ASK_NEXT',
  ] as const
).map((kind) => ({
  kind,
  deed: 'DONE',
  subject: kind === 'CALL_PARTNER' || kind === 'ASK_NEXT' ? 'referral' : 'case',
  by: ['team'],
  cause: 'TOLD',
  codes: ['SAID_DONE'],
}))
