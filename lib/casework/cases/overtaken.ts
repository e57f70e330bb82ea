import { desc, eq } from 'drizzle-orm'
import { caseEvents } from '@/lib/platform/db/schema'
import { nameOf, type Overtaken } from '@/lib/platform/gate/overtaken'
import type { Ctx } from '@/lib/platform/gate/verb'
import { restrictedInReach } from './restriction'
import type { CaseRow } from './scope'
import { type CaseState, isWithdrawn } from './states'

/** Refusals that say that the case moved on after the page was made. */
const movedOn = [
  'case-not-open',
  'case-withdrawn',
  'case-not-to-close',
  'case-not-to-hold',
  'case-not-held',
  'case-not-to-ask',
  'case-not-closed',
  'already-registered',
]

const BEGINNINGS = ['start', 'open']

type Row = Pick<CaseRow, 'id' | 'code' | 'state' | 'closureReason' | 'openedAt'>

/** Somebody was quicker with this case: who, when, how it stands; back to it, and to the queue for who decides there. */
export async function overtakenCase(ctx: Ctx, row: Row, reason: string): Promise<Overtaken | undefined> {
  if (reason === 'already-restricted' || reason === 'restriction-opened')
    return { ...(await restricted(ctx, row, reason)), links: linksOf(ctx, row) }
  if (!movedOn.includes(reason)) return undefined
  const [last] = await ctx.tx
    .select({ by: caseEvents.actorId, at: caseEvents.at, verb: caseEvents.verb })
    .from(caseEvents)
    .where(eq(caseEvents.caseId, row.id))
    .orderBy(desc(caseEvents.id))
    .limit(1)
  // Nothing happened since it was opened: then nobody was quicker, and the reason itself is said.
  if (reason !== 'already-registered' && (!last || BEGINNINGS.includes(last.verb))) return undefined
  const now = isWithdrawn(row)
    ? 'cases.overtaken.withdrawn'
    : (`cases.state.${row.state as CaseState}` as const)
  return { by: await nameOf(ctx.tx, last?.by ?? null), at: last?.at ?? null, now, links: linksOf(ctx, row) }
}

/** Who restricted it and when, or who has opened it since. */
async function restricted(ctx: Ctx, { code }: Row, reason: string) {
  const found = await restrictedInReach(ctx, code)
  const stands = found?.restriction
  const opened = reason === 'restriction-opened'
  const at = opened ? stands?.openedAt : stands?.at
  return {
    by: (opened ? stands?.openedBy : stands?.by) ?? null,
    at: at ? new Date(at) : null,
    now: opened ? ('cases.overtaken.restriction-opened' as const) : ('cases.overtaken.restricted' as const),
  }
}

function linksOf({ actor }: Ctx, { code }: Row): Overtaken['links'] {
  const page = { href: `/cases/${code}`, label: 'forms.overtaken-open' as const }
  const queue = { href: '/queue', label: 'forms.overtaken-queue' as const }
  return actor.role === 'SUPERVISOR' ? [queue, page] : [page]
}
