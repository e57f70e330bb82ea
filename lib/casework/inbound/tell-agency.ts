import { sql } from 'drizzle-orm'
import { findAlert } from '@/lib/casework/alerts/scope'
import type { Actor } from '@/lib/platform/access/actor'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { tellForm } from './form'

type Row = { source: string; state: string }
export type Says = 'RECEIVED' | 'OPENED' | 'REFUSED'

/** What can truly be said to the agency now: that it came, that somebody is being helped, that we do not take it. PURE. */
export const sayable = ({ state }: Pick<Row, 'state'>): Says[] =>
  state === 'NEW' ? ['RECEIVED'] : state === 'NO_ACTION' ? ['RECEIVED', 'REFUSED'] : ['RECEIVED', 'OPENED']

/** Only of what an agency referred, and only what is so. PURE. */
export function mayTell({ role }: Pick<Actor, 'role'>, row: Row, says: Says): Verdict {
  if (role !== 'SUPERVISOR') return denied('role')
  return row.source === 'AGENCY' && sayable(row).includes(says) ? allowed : denied('inbound-not-so')
}

/** The agency that referred somebody was told what became of it, by telephone or letter; the record says so, once each. */
export const tellAgency = verb({
  name: 'alert.tell-agency',
  session: 'staff',
  roles: ['SUPERVISOR'],
  form: tellForm,
  page: ({ id }) => `/alerts/${id}`,
  // The office that the case moved to reads the alert, and tells: the function below looks once more.
  scope: (ctx, { id }) => findAlert(ctx, id),
  policy: (actor, alert, { says }) => mayTell(actor, alert, says),
  audit: ({ id = '' }, alert) => ({ type: 'alert', id, caseId: alert?.caseId ?? null }),
  apply: async ({ tx }, { id }, { says, way }) => {
    const [row] = await tx.execute<{ told: boolean }>(
      sql`select app.tell_agency(${id}::uuid, ${says}, ${way}) as told`,
    )
    return row?.told ? { location: `/alerts/${id}?done=told`, id, detail: { says, way } } : { conflict: true }
  },
})
