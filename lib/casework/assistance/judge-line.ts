import { and, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { unitOf } from '@/lib/base/codes/codes'
import type { FieldErrors } from '@/lib/base/forms/form'
import { daysAfter, isoDayOf } from '@/lib/base/time/days'
import type { CaseRow } from '@/lib/casework/cases/scope'
import { within as peopleWithin } from '@/lib/casework/people/within'
import { assistance, people } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { isMuchFor } from './believable'
import type { LineValues } from './form'
import { type Fund, fundOn } from './funds'
import { isUnclear, type Listed, type Reach, reachOf } from './whom'
import { within } from './within'

/** Days before the case was opened that an assistance may carry: help often comes before the file. */
const earlier = 7

/** The line that stands now, where one is corrected. */
export type Standing = { id: string; service: string; givenOn: string }
type Judged = { errors: FieldErrors } | { line: Fund & Reach & { unit: string } }

/** What the case has against a line: its day, whom it was for, its project; and what is asked about again. */
export async function judgeLine(
  ctx: Ctx,
  record: CaseRow,
  values: LineValues,
  standing?: Standing,
): Promise<Judged> {
  const reach = reachOf(values.forWhom, values.members, await listedOn(ctx, record.id))
  const fund = values.donor && values.givenOn ? await fundOn(ctx, values.donor, values.givenOn) : undefined
  const unit = unitOf(values.service)
  const errors: FieldErrors = {
    ...dayErrors(ctx, record, values.givenOn),
    ...(values.forWhom && !reach && { members: 'required' }),
    ...(reach && isUnclear(reach, values.members) && { members: 'unclear' }),
    ...(values.donor && values.givenOn && !fund && { donor: 'not-running' }),
    ...(!values.sure &&
      reach &&
      isMuchFor(values.service, values.quantity ?? 0, reach.reached) && { quantity: 'much' }),
    ...(reach && (await isAgain(ctx, record.id, { ...values, ...reach }, standing)) && { service: 'again' }),
  }
  return reach && fund && unit && Object.keys(errors).length === 0
    ? { line: { ...fund, ...reach, unit } }
    : { errors }
}

function dayErrors({ actor }: Ctx, { openedAt }: CaseRow, on: string): FieldErrors {
  if (!on) return {}
  if (on > isoDayOf(actor.now)) return { givenOn: 'in-future' }
  return on < isoDayOf(daysAfter(openedAt, -earlier)) ? { givenOn: 'before-opening' } : {}
}

/** Who is listed on a case, and how many the person said they are. */
export async function listedOn({ tx, actor }: Ctx, caseId: string): Promise<Listed> {
  const rows = await tx
    .select({ id: people.id, standing: people.standing, said: people.householdSize })
    .from(people)
    .where(and(eq(people.caseId, caseId), peopleWithin(actor)))
    .orderBy(people.id)
  const person = rows.find(({ standing }) => standing === 'PRINCIPAL')
  const others = rows.filter((one) => one !== person).map(({ id }) => id)
  return { person: person?.id ?? '', others, said: person?.said ?? null }
}

type Given = Pick<LineValues, 'service' | 'givenOn' | 'again'> & Pick<Reach, 'forPeople'>

/** The same service on the same day for some of the same people, and nobody has said yet that it was given twice. */
async function isAgain(
  { tx, actor }: Ctx,
  caseId: string,
  given: Given,
  standing?: Standing,
): Promise<boolean> {
  if (given.again || !given.service || !given.givenOn) return false
  // Whoever corrects another part of a line was asked when it was written.
  if (standing?.service === given.service && standing.givenOn === given.givenOn) return false
  const ids = sql`${sql.param(`{${given.forPeople.join(',')}}`)}::uuid[]`
  const rows = await tx
    .select({ id: assistance.id })
    .from(assistance)
    .where(
      and(
        eq(assistance.caseId, caseId),
        eq(assistance.service, given.service),
        eq(assistance.givenOn, given.givenOn),
        isNull(assistance.endedAt),
        or(isNull(assistance.forPeople), sql`${assistance.forPeople} && ${ids}`),
        standing && ne(assistance.id, standing.id),
        within(actor),
      ),
    )
    .limit(1)
  return rows.length > 0
}
