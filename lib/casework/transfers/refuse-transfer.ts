import { sql } from 'drizzle-orm'
import { verb } from '@/lib/platform/gate/verb'
import { refuseForm } from './form'
import { answering } from './in-reach'

/** The supervisor who is asked says no, with a coded reason: the case stays, and whoever offered it has a task. */
export const refuseTransfer = verb({
  ...answering,
  name: 'transfer.refuse',
  form: refuseForm,
  page: ({ id }) => `/queue/transfers/${id}/refuse`,
  apply: async ({ tx }, { row }, { refusal }) => {
    const [answer] = await tx.execute<{ came: 'done' | 'moved' | 'yours' }>(
      sql`select app.refuse_transfer(${row.id}::uuid, ${refusal}) as came`,
    )
    return answer?.came === 'done'
      ? { location: `/queue?kind=transfer`, id: row.id, detail: { reason: refusal } }
      : { conflict: true }
  },
})
