import { and, eq, sql } from 'drizzle-orm'
import { onTeam } from '@/lib/casework/cases/policy'
import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { within } from '@/lib/casework/cases/within'
import { caseRoles, isCaseworker } from '@/lib/platform/access/roles'
import { cases } from '@/lib/platform/db/schema'
import { type Ctx, type Params, verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { sayForm } from './form'

type Asked = {
  reach: CaseInReach
  other: string | undefined
  otherCode: string | undefined
  otherState: string | undefined
  /** One of the two points at the other. */
  one: boolean
}

async function bothInReach(
  ctx: Ctx,
  { code }: Params,
  { other }: { other: string },
): Promise<Asked | undefined> {
  const reach = await caseInReach(ctx, code)
  if (!reach) return undefined
  const { record } = reach
  if (other === '')
    return { reach, other: undefined, otherCode: undefined, otherState: undefined, one: false }
  const [row] = await ctx.tx
    .select({ code: cases.code, state: cases.state, into: cases.mergedInto })
    .from(cases)
    .where(and(eq(cases.id, other), within(ctx.actor)))
  const one = record.mergedInto === other || row?.into === record.id
  return row && { reach, other, otherCode: row.code, otherState: row.state, one }
}

/**
 * A first word about two files. "Two people" ends the question; "the same" asks a second person; "unsure" asks the supervisor.
 * Of a file that nobody here may open the supervisor speaks after a call.
 */
export const saySame = verb({
  name: 'case.say-same',
  session: 'staff',
  roles: caseRoles,
  form: sayForm,
  page: ({ code }) => `/cases/${code}/same`,
  scope: (ctx, params, values) => bothInReach(ctx, params, values),
  policy: (actor, { reach, other, one }) => {
    if (one) return denied('same-one-already')
    if (isCaseworker(actor.role)) return onTeam(reach) && other ? allowed : denied('case-team-only')
    return allowed
  },
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.reach.record.id ?? null }),
  apply: async ({ tx }, { reach, other, otherCode, otherState }, { pair, answer }) => {
    const { record } = reach
    if (!other && pair === '') return { invalid: { answer: 'required' } }
    const merging = answer === 'SAME' && other
    if (merging && record.state === 'DUPLICATE') return { conflict: true }
    if (merging && (otherState === 'DRAFT' || otherState === 'DUPLICATE'))
      return { invalid: { answer: 'not-known-file' } }
    await tx.execute(
      other
        ? sql`select app.say_same(${record.id}::uuid, ${other}::uuid, ${answer})`
        : sql`select app.say_same_elsewhere(${pair}::uuid, ${answer})`,
    )
    const led = merging
      ? `/cases/${otherCode}?done=same-asked`
      : `/cases/${record.code}/same?done=${answer.toLowerCase()}`
    return { location: led, detail: { answer, ...(other && { other }) } }
  },
})
