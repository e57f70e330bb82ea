import { type SQL, sql } from 'drizzle-orm'
import { listAssistance } from '@/lib/casework/assistance/queries'
import { listNotes } from '@/lib/casework/notes/queries'
import { heldOf, receivedBy } from '@/lib/casework/papers/my-data'
import { type Paper, paperInReach } from '@/lib/casework/papers/queries'
import { openedPlan, type PlanJson, planJson } from '@/lib/casework/plans/queries'
import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import type { Reading } from '@/lib/platform/gate/read'
import { type CaseHead, caseHead } from './head'

export type SummaryReferral = { partner: string | null; service: string; state: string; at: string }

const referralsOf = (actor: Actor, caseId: string): SQL => sql`
  select r.partner_code as partner, r.service, r.state, r.last_at as at from app.referrals r
  where r.case_id = ${caseId} and ${inReachedCase(actor, placeOf('r'))} order by r.last_at desc limit 50`

/** What the summary prints beside the head of the case. Notes of the team alone, and only where they were ticked. */
async function summary(reading: Reading, head: CaseHead, paper: Paper) {
  const { id } = head.reach.record
  const referrals = await reading.tx.execute<SummaryReferral>(referralsOf(reading.actor, id))
  const wanted = { caseId: id, keys: head.keys }
  const notes = paper.parts.includes('NOTES')
    ? (await listNotes(reading, wanted, { readers: 'TEAM', most: 200 })).shown
    : []
  return {
    kind: 'SUMMARY' as const,
    help: await listAssistance(reading, id),
    referrals: [...referrals],
    notes: notes.filter(({ error }) => error === null),
  }
}

async function myData(reading: Reading, head: CaseHead) {
  const { person, people, counts, reach } = head
  return {
    kind: 'MY_DATA' as const,
    held: heldOf({ person, people: people.length, counts, fromAlert: reach.record.alertId !== null }),
    received: await receivedBy(reading, reach.record.id),
  }
}

/** What is agreed and under way. */
async function plan({ tx, actor }: Reading, { reach, keys }: CaseHead) {
  const [row] = await tx.execute<{ plan: PlanJson }>(sql`select ${planJson(actor, reach.record.id)} as plan`)
  const goals = row ? openedPlan(row.plan, keys).goals : []
  return { kind: 'PLAN' as const, goals: goals.filter(({ state }) => state === 'OPEN') }
}

/** A paper as it is printed now, from what is known now; each opening is in the log with what stands on it. */
export async function openPaper(reading: Reading, id: string) {
  const paper = await paperInReach(reading, id)
  const head = paper && (await caseHead(reading, paper.code))
  if (!paper || !head) return { missing: { type: 'paper', id } }
  if (!paper.opens)
    return { refused: 'paper-sealed', subject: { type: 'paper', id, caseId: head.reach.record.id } }
  const content =
    paper.kind === 'SUMMARY'
      ? await summary(reading, head, paper)
      : paper.kind === 'MY_DATA'
        ? await myData(reading, head)
        : paper.kind === 'PLAN'
          ? await plan(reading, head)
          : { kind: 'APPOINTMENT' as const }
  const { kind, language, carry, parts } = paper
  return {
    view: { paper, head, content },
    subject: { type: 'paper', id, caseId: head.reach.record.id },
    detail: { kind, language, parts, ...(carry && { carry }) },
  }
}
export type OpenedPaper = Extract<Awaited<ReturnType<typeof openPaper>>, { view: unknown }>['view']
