import { sql } from 'drizzle-orm'
import { verb } from '@/lib/platform/gate/verb'
import { acceptForm } from './form'
import { answering } from './in-reach'

/** `done`; `moved`: answered, taken back or ended; `able`: this colleague cannot lead it there; `yours`: not this supervisor's. */
type Came = 'done' | 'moved' | 'able' | 'yours'

/** The supervisor who is asked takes the case and names its lead: office, lead and team change in one transaction. */
export const acceptTransfer = verb({
  ...answering,
  name: 'transfer.accept',
  form: acceptForm,
  apply: async ({ tx }, { row }, { lead }) => {
    const [answer] = await tx.execute<{ came: Came }>(
      sql`select app.accept_transfer(${row.id}::uuid, ${lead}::uuid) as came`,
    )
    if (answer?.came === 'able') return { invalid: { lead: 'not-a-code' } }
    return answer?.came === 'done'
      ? {
          location: `/cases/${row.code}?done=transfer-accepted`,
          id: row.code,
          detail: { member: lead, office: row.toOffice },
        }
      : { conflict: true }
  },
})
