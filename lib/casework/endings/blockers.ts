import { type SQL, sql } from 'drizzle-orm'
import { type BlockerKind, holdsBack, mayBeLeft } from '@/lib/casework/cases/closure-book'
import { isWithdrawn } from '@/lib/casework/cases/states'
import { originalsThatBlock } from '@/lib/casework/documents/blocks-closing'
import { dangerThatBlocks } from '@/lib/casework/notes/blocks-closing'
import { referralsThatBlock } from '@/lib/casework/referrals/reach/blocks-closing'
import { tasksThatBlock } from '@/lib/casework/tasks/blocks-closing'
import { taskDetail } from '@/lib/casework/tasks/detail'
import { transfersThatBlock } from '@/lib/casework/transfers/blocks-closing'
import type { Actor } from '@/lib/platform/access/actor'
import type { Ctx } from '@/lib/platform/gate/verb'

/**
 * Everything that can hold a closing back: each noun joins with one statement of its own (`kind, id, leave, a, b, c,
 * due`), and says the same once more in `app.closing_blockers`. A test compares the two.
 */
const NOUNS: readonly ((actor: Actor, caseId: string) => SQL)[] = [
  referralsThatBlock,
  tasksThatBlock,
  transfersThatBlock,
  dangerThatBlocks,
  originalsThatBlock,
]

/** `a`, `b`, `c` are the noun's own codes: partner, service and state; kind of task and what it is about; who is asked about an offer; danger. */
export type Blocker = {
  kind: BlockerKind
  id: string
  /** May be left with a reason, by rule and as it stands. */
  leave: boolean
  a: string
  b: string | null
  c: string | null
  due: string | null
  /** Which one, where the kind of a task leaves that open. */
  detail?: string | null
  /** The action of the plan that a task asks for; its words are bytes until the page opens them. */
  action?: { id: string; template: string | null; keyId: string; words: string | null; text?: string } | null
}

/** The action of the plan behind a row `held`. */
const actionOf =
  sql.raw(`case when held.a = 'PLAN_ACTION' then (select json_build_object('id', a.id, 'template', a.template,
  'keyId', a.key_id, 'words', replace(encode(a.words, 'base64'), E'\\n', '')) from app.plan_actions a where a.id::text = held.c) end`)

type Case = { id: string; state: string; closureReason: string | null }

/** What holds a closing back, inside the reader's reach, as one JSON value. */
export const blockersJson = (
  actor: Actor,
  caseId: string,
): SQL => sql`(select json_agg(to_jsonb(held) || jsonb_build_object('detail', (select ${taskDetail} from app.tasks t where t.id::text = held.id::text),
  'action', ${actionOf}) order by held.kind, held.due nulls last, held.id) from (${sql.join(
    NOUNS.map((noun) => noun(actor, caseId)),
    sql` union all `,
  )}) held)`

/** Those that count for this reason; once the person wants no file, their papers alone. PURE. */
export function countedBlockers(
  rows: readonly Blocker[] | null,
  record: Case,
  reason: string | null,
): Blocker[] {
  const withdrawn = isWithdrawn(record)
  return (rows ?? [])
    .filter(({ kind }) => (withdrawn ? kind === 'ORIGINALS_KEPT' : holdsBack(kind, reason)))
    .map((row) => ({ ...row, leave: row.leave && mayBeLeft(row.kind) }))
}

/** The same for a verb. One statement. */
export async function blockersOf(
  { tx, actor }: Ctx,
  record: Case,
  reason: string | null,
): Promise<Blocker[]> {
  const [row] = await tx.execute<{ held: Blocker[] | null }>(
    sql`select ${blockersJson(actor, record.id)} as held`,
  )
  return countedBlockers(row?.held ?? null, record, reason)
}

/** For whoever decides, not for whoever asks: a danger is read, not left. */
export const isForDecider = ({ kind }: Pick<Blocker, 'kind'>): boolean =>
  kind === 'DANGER_FLAG' || kind === 'SUICIDE_RISK'

/** What an entry of `left` says: which one is left, and why. */
export function readLeft(left: readonly string[]): Map<string, string> {
  return new Map(left.map((entry) => [entry.slice(0, 36), entry.slice(37)] as const))
}

/** What is neither settled nor left with a reason. PURE. */
export const stillHolding = (blockers: readonly Blocker[], left: readonly string[]): Blocker[] => {
  const reasons = readLeft(left)
  return blockers.filter((one) =>
    isForDecider(one) ? one.kind === 'SUICIDE_RISK' : !(one.leave && reasons.has(one.id)),
  )
}
