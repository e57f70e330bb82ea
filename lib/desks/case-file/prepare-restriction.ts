import { sql } from 'drizzle-orm'
import { mayRestrict } from '@/lib/casework/cases/policy'
import { OPEN } from '@/lib/casework/referrals/machine/states'
import { statesSql } from '@/lib/casework/referrals/reach/state-lists'
import { newcomers } from '@/lib/casework/staff/colleagues'
import { staffOf } from '@/lib/casework/staff/office-queries'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseHead } from './head'

/** Handed in and not over: what a restriction finds under way. A draft is nobody's but the team's. */
const UNDER_WAY = OPEN.filter((state) => state !== 'DRAFT' && state !== 'RETURNED')

type Beside = { team: string[]; referrals: number }

/** What is read before a case is restricted: who keeps it anyway, who can be named, and what is under way. */
export async function prepareRestriction(reading: Reading, code: string, query: Query) {
  const head = await caseHead(reading, code)
  if (!head) return { missing: { type: 'case', id: code } }
  const { record } = head.reach
  const subject = { type: 'case', id: code, caseId: record.id }
  const verdict = mayRestrict(reading.actor, head.reach)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const supervisors = newcomers(await staffOf(reading, record), ['SUPERVISOR'])
  const [beside] = await reading.tx.execute<Beside>(sql`select
    array(select u.name from app.case_members m join access.users u on u.id = m.user_id
      where m.case_id = ${record.id} and m.until is null order by m.capacity, u.name) as team,
    (select count(*)::int from app.referrals r where r.case_id = ${record.id} and r.state in ${statesSql(UNDER_WAY)}) as referrals`)
  const draft = await findDraft(reading.tx, reading.actor.userId, 'case.restrict', one(query, 'draft'))
  return {
    view: { head, supervisors, team: beside?.team ?? [], referrals: beside?.referrals ?? 0, draft },
    subject,
  }
}
