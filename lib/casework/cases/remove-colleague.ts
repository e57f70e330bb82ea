import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { caseRoles, isCaseworker } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { memberForm } from './form'
import { onCase } from './on-case'
import type { CaseInReach } from './scope'
import { isWorkedOn } from './states'

/** The lead, a supervisor who sees the case, or a member about themselves. PURE. */
export function mayRemove(actor: Actor, { record, capacities }: CaseInReach): Verdict {
  const concerned = capacities.includes('LEAD') || capacities.includes('MEMBER') || !isCaseworker(actor.role)
  if (!concerned) return denied('case-team-only')
  return isWorkedOn(record) ? allowed : denied('case-not-open')
}

/** A colleague goes off the team; what was theirs to do there is the team's again. Who leads is changed by a hand-over only. */
export const removeColleague = verb({
  ...onCase,
  name: 'case.remove-colleague',
  roles: caseRoles,
  form: memberForm,
  page: ({ code }) => `/cases/${code}/team/remove`,
  policy: (actor, found) => mayRemove(actor, found),
  apply: async ({ tx, actor }, { record }, { colleague }) => {
    const [row] = await tx.execute<{ left: boolean }>(
      sql`select app.leave_case(${record.id}::uuid, ${colleague}::uuid) as left`,
    )
    if (!row?.left) return { conflict: true }
    // Whoever took themselves off sees the case no more.
    const location = colleague === actor.userId ? '/cases?done=left' : `/cases/${record.code}?done=removed`
    return { location, id: record.code, detail: { member: colleague } }
  },
})
