import { randomUUID } from 'node:crypto'
import { isoDayOf } from '@/lib/base/time/days'
import type { PersonInReach } from '@/lib/casework/cases/person-in-reach'
import { planActions, planGoals } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { countDue, countedOnDay, type Limit } from './due-dates'
import type { GoalRow } from './scope'
import type { Owner } from './templates'

/** Agreed today or before, not long before the file. */
export function dayFault(
  { actor }: Ctx,
  openedAt: Date,
  day: string,
): 'in-future' | 'before-opening' | undefined {
  if (day > isoDayOf(actor.now)) return 'in-future'
  return day < isoDayOf(new Date(openedAt.getTime() - 7 * 86_400_000)) ? 'before-opening' : undefined
}

/** From this moment if it was agreed today, else from when the office closed on that day. PURE. */
const countedFrom = ({ actor }: Pick<Ctx, 'actor'>, agreedOn: string): Date =>
  agreedOn === isoDayOf(actor.now) ? actor.now : countedOnDay(agreedOn)

/** What every row of a plan carries of its case. */
const ofCase = ({ reach: { record }, key }: PersonInReach) => ({
  caseId: record.id,
  officeId: record.officeId,
  sensitivity: record.sensitivity,
  keyId: key.id,
})

/** Behind every goal that stands. PURE. */
export const nextPlace = (goals: readonly Pick<GoalRow, 'place'>[]): number =>
  Math.max(0, ...goals.map(({ place }) => place)) + 1

type NewGoal = {
  template: string | null
  place: number
  agreedOn: string
  words?: (id: string) => Buffer | null
  goals?: GoalRow[]
}

/** Writes a goal; answers its id. */
export async function addGoalRow(ctx: Ctx, found: PersonInReach, one: NewGoal): Promise<string> {
  const { tx, actor } = ctx
  const id = randomUUID()
  const [row] = await tx
    .insert(planGoals)
    .values({
      ...ofCase(found),
      id,
      template: one.template,
      place: one.place,
      state: 'OPEN',
      agreedOn: one.agreedOn,
      words: one.words?.(id) ?? null,
      addedBy: actor.userId,
      addedAt: actor.now,
      version: 1,
    })
    .returning()
  if (row) one.goals?.push(row)
  return id
}

type NewAction = {
  goalId: string
  template: string | null
  owner: Owner
  holderId: string | null
  service: string | null
  agreedOn: string
  limit: Limit
  /** A date that was chosen with the person, in place of the one that its limit gives. */
  dueOn?: Date | undefined
  words?: (id: string) => Buffer
}

/** Writes an action with its date, counted by the case's risk as it is now. */
export async function addActionRow(ctx: Ctx, found: PersonInReach, one: NewAction): Promise<void> {
  const { tx, actor } = ctx
  const { limit, dueOn, words, ...plain } = one
  const { risk } = found.reach.record
  const id = randomUUID()
  const from = countedFrom(ctx, one.agreedOn)
  const counted = dueOn ? { at: dueOn, by: 'CHOSEN' as const } : countDue(limit, from, risk)
  await tx.insert(planActions).values({
    ...ofCase(found),
    ...plain,
    id,
    limitHours: limit.hours,
    limitDays: limit.days,
    limitRisk: limit.risk,
    countedFrom: from,
    dueAt: counted.at,
    dueBy: counted.by,
    risk,
    words: words?.(id) ?? null,
    state: 'OPEN',
    addedBy: actor.userId,
    addedAt: actor.now,
    version: 1,
  })
}
