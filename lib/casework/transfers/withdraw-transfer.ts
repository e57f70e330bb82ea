import { sql } from 'drizzle-orm'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { withdrawForm } from './form'
import { speaksForCase } from './may-offer'
import { isPending, onOwnOffer } from './own-offer'

/** Whoever may offer the case takes the offer back, as long as nobody answered; of an agency, until it is handed out. */
export const withdrawTransfer = verb({
  ...onOwnOffer,
  name: 'transfer.withdraw',
  form: withdrawForm,
  page: () => '/cases',
  policy: (actor, { row, reach }) => {
    if (!speaksForCase(actor, reach)) return denied('transfer-lead-only')
    return isPending(row) ? allowed : denied('transfer-answered')
  },
  apply: async ({ tx }, { row }) => {
    const [answer] = await tx.execute<{ came: 'done' | 'moved' | 'yours' }>(
      sql`select app.withdraw_transfer(${row.id}::uuid) as came`,
    )
    return answer?.came === 'done'
      ? { location: `/cases/${row.code}?done=transfer-withdrawn`, id: row.code }
      : { conflict: true }
  },
})
