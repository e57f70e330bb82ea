import { type SQL, sql } from 'drizzle-orm'
import type { CodeOf } from '@/lib/base/codes/lists'
import type { Actor } from '@/lib/platform/access/actor'
import { tasks } from '@/lib/platform/db/schema'
import { kindsOf, type TaskKind } from './kinds'
import { within } from './within'

type Blocker = CodeOf<'closure_blocker'>

/** What must be settled, whoever closes; everything else of the team may be left with a reason. */
const SETTLED_FIRST: Partial<Record<TaskKind, Blocker>> = {
  HARM: 'HARM_OPEN',
  CONFIRM_BEST_INTERESTS: 'CONFIRMATION_MISSING',
  CONFIRM_VITAL: 'CONFIRMATION_MISSING',
}
/**
 * What is about the waiting or the closing itself ends with it, and so do the next review and an opening of sealed notes; an offer
 * that waits has a line of its own.
 */
const OWN: TaskKind[] = [
  'REVIEW_HOLD',
  'CLOSURE_RETURNED',
  'TRANSFER_WAITS',
  'REVIEW_CASE',
  'OPENING_DISCIPLINE',
]

/** The team's work, and a grant that somebody still has to decide on. */
const BLOCKING: TaskKind[] = [...kindsOf('TEAM').filter((kind) => !OWN.includes(kind)), 'GRANT']

const kinds = (list: readonly string[]) => sql`${sql.param(`{${list.join(',')}}`)}::text[]`
const asBlocker = sql.join(
  Object.entries(SETTLED_FIRST).map(([kind, blocker]) => sql`when ${tasks.kind} = ${kind} then ${blocker}`),
  sql` `,
)

/**
 * Open tasks that hold a closing back: columns kind, id, leave, a (task kind), b (subject type), c (subject), due. What a
 * referral under way asks is the referral's own line.
 */
export const tasksThatBlock = (actor: Actor, caseId: string): SQL => sql`
  select case ${asBlocker} else 'OPEN_TASK' end as kind, ${tasks.id} as id,
    ${tasks.kind} <> all(${kinds(Object.keys(SETTLED_FIRST))}) as leave,
    ${tasks.kind} as a, ${tasks.subjectType} as b, ${tasks.subjectId}::text as c, ${tasks.dueAt} as due
  from ${tasks} where ${tasks.caseId} = ${caseId} and ${tasks.state} = 'OPEN' and ${within(actor)}
    and (${tasks.kind} = any(${kinds(Object.keys(SETTLED_FIRST))})
      or (${tasks.kind} = any(${kinds(BLOCKING)})
        and not exists (select from app.referrals r join app.referral_states s on s.state = r.state
          and s.life in ('OPEN', 'SETTLED') where r.id = ${tasks.subjectId})))`
