import { and, desc, eq } from 'drizzle-orm'
import { ageFacts } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { type Retention, retentionFacts, retentionOf } from '@/lib/casework/cases/retention'
import { RISK_SETTINGS } from '@/lib/casework/cases/risk-book'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { birthOf } from '@/lib/casework/people/birth'
import { inReachedCase } from '@/lib/casework/staff/reach'
import { caseClosings, users } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { settingNow } from '@/lib/platform/settings/read'

export type Closing = typeof caseClosings.$inferSelect & { askedByName: string }

/** Where the words of a closing are sealed. */
export const wordsPlace = (id: string) => ({ table: 'app.case_closings', column: 'words', row: id })
export const commentPlace = (id: string) => ({ table: 'app.case_closings', column: 'comment', row: id })

/** What was said when this closing was asked for last; nothing where the file ended otherwise. */
export async function newestClosing({ tx, actor }: Ctx, caseId: string): Promise<Closing | undefined> {
  const [row] = await tx
    .select({ closing: caseClosings, askedByName: users.name })
    .from(caseClosings)
    .innerJoin(users, eq(users.id, caseClosings.askedBy))
    .where(and(eq(caseClosings.caseId, caseId), inReachedCase(actor, caseClosings)))
    .orderBy(desc(caseClosings.askedAt))
    .limit(1)
  return row && { ...row.closing, askedByName: row.askedByName }
}

type Person = Parameters<typeof birthOf>[0]

/** Whether a reason for children alone is offered. Doubt is on the child's side. PURE. */
export const mayBeChild = (person: Person, now: Date): boolean => {
  const { age, maybe_child } = ageFacts(birthOf(person), isoDayOf(now), RISK_SETTINGS.adult_from)
  return maybe_child === 'YES' || (age !== undefined && age <= RISK_SETTINGS.adult_from)
}

type Ended = Pick<CaseRow, 'sensitivity' | 'closureReason'>

/** How long this file is kept if it closes today, by the settings now. */
export async function keptIfClosed({ tx, actor }: Ctx, record: Ended, person: Person): Promise<Retention> {
  const facts = retentionFacts({
    closed: isoDayOf(actor.now),
    reason: record.closureReason,
    restricted: record.sensitivity === 'S4',
    birth: birthOf(person),
    adultFrom: RISK_SETTINGS.adult_from,
  })
  return retentionOf(facts, {
    STANDARD: await settingNow(tx, 'retention.STANDARD'),
    RESTRICTED: await settingNow(tx, 'retention.RESTRICTED'),
    CHILD: await settingNow(tx, 'retention.CHILD'),
    untilAge: await settingNow(tx, 'retention.child-until'),
    withdrawnDays: await settingNow(tx, 'retention.WITHDRAWN'),
  })
}
