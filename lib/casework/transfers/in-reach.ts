import { and, eq, sql } from 'drizzle-orm'
import { isUuid } from '@/lib/base/forms/uuid'
import { heldByOther } from '@/lib/casework/tasks/waiting-item'
import type { Actor } from '@/lib/platform/access/actor'
import { caseTransfers } from '@/lib/platform/db/schema'
import type { Overtaken } from '@/lib/platform/gate/overtaken'
import { nameOf } from '@/lib/platform/gate/overtaken'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { askedOf, within } from './within'

type TransferRow = typeof caseTransfers.$inferSelect
/** An offer as it exists for this actor. `mine`: it is theirs to answer. */
export type TransferInReach = { row: TransferRow; mine: boolean }

/** The offer behind an id, inside what exists for this actor. */
export async function transferInReach(
  { tx, actor }: Ctx,
  id: string | undefined,
): Promise<TransferInReach | undefined> {
  if (!isUuid(id)) return undefined
  const [found] = await tx
    .select({ row: caseTransfers, mine: sql<boolean>`${askedOf(actor)}` })
    .from(caseTransfers)
    .where(and(eq(caseTransfers.id, id), within(actor)))
  return found
}

/** Only whoever is asked answers, and once. PURE. */
export function mayAnswer(_: Pick<Actor, 'userId'>, { row, mine }: TransferInReach): Verdict {
  if (!mine) return denied('transfer-not-yours')
  return row.state === 'OFFERED' ? allowed : denied('transfer-answered')
}

/** Who answered, when, how it stands. After a yes the case itself is in reach of whoever was asked. */
export async function overtakenTransfer(
  { tx }: Ctx,
  { row }: TransferInReach,
  reason: string,
): Promise<Overtaken | undefined> {
  if (reason !== 'transfer-answered') return undefined
  // What ended by itself nobody answered; an agency's yes before it is not what happened last.
  const ended = row.state === 'ENDED'
  return {
    by: ended ? null : await nameOf(tx, row.answeredBy),
    at: ended ? null : row.answeredAt,
    now: `transfers.state.${row.state}`,
    links: [{ href: '/queue', label: 'forms.overtaken-queue' }],
  }
}

/** What both answers share. */
export const answering = {
  session: 'staff',
  roles: ['SUPERVISOR'],
  page: ({ id }: Params) => `/queue/transfers/${id}`,
  scope: (ctx: Ctx, { id }: Params) => transferInReach(ctx, id),
  policy: (actor: Actor, found: TransferInReach) => mayAnswer(actor, found),
  held: (ctx: Ctx, { row }: TransferInReach) => heldByOther(ctx, row.id),
  overtaken: overtakenTransfer,
  version: ({ row }: TransferInReach) => row.version,
  audit: ({ id = '' }: Params, found: TransferInReach | undefined) => ({
    type: 'transfer',
    id,
    caseId: found?.row.caseId ?? null,
  }),
} as const
