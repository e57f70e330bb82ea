import { sql } from 'drizzle-orm'
import { caseInReach } from '@/lib/casework/cases/scope'
import { caseRoles } from '@/lib/platform/access/roles'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { withdrawForm } from './form'
import { overtakenTransfer, transferInReach } from './in-reach'
import { speaksForCase } from './may-offer'

/** An offer with its case, for whoever may still open both. */
async function ownOffer(ctx: Ctx, id: string | undefined) {
  const found = await transferInReach(ctx, id)
  const reach = found && (await caseInReach(ctx, found.row.code, true))
  return found && reach && { ...found, reach }
}

/** Whoever may offer the case takes the offer back, as long as nobody answered. */
export const withdrawTransfer = verb({
  name: 'transfer.withdraw',
  session: 'staff',
  roles: caseRoles,
  form: withdrawForm,
  page: () => '/cases',
  scope: (ctx, { id }) => ownOffer(ctx, id),
  policy: (actor, { row, reach }) => {
    if (!speaksForCase(actor, reach)) return denied('transfer-lead-only')
    return row.state === 'OFFERED' ? allowed : denied('transfer-answered')
  },
  overtaken: overtakenTransfer,
  version: ({ row }) => row.version,
  audit: ({ id = '' }, found) => ({ type: 'transfer', id, caseId: found?.row.caseId ?? null }),
  apply: async ({ tx }, { row }) => {
    const [answer] = await tx.execute<{ came: 'done' | 'moved' | 'yours' }>(
      sql`select app.withdraw_transfer(${row.id}::uuid) as came`,
    )
    return answer?.came === 'done'
      ? { location: `/cases/${row.code}?done=transfer-withdrawn`, id: row.code }
      : { conflict: true }
  },
})
