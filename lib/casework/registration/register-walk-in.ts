import { eq, sql } from 'drizzle-orm'
import { ageGroup } from '@/lib/base/codes/ages'
import { youngestOn } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { writeSaid } from '@/lib/casework/people/birth'
import { linkMember } from '@/lib/casework/people/household-links'
import { noIdentity } from '@/lib/casework/people/identity'
import { caseworkerRoles, isCaseworker } from '@/lib/platform/access/roles'
import { cercleOffices } from '@/lib/platform/db/schema'
import { dropEveryDraft } from '@/lib/platform/gate/drafts'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { firstPageForm } from './form'
import { memberInReach } from './member-in-reach'
import { openCase } from './open-case'
import { answersDoubts, answersProblem, writeAnswers } from './write-answers'

/**
 * Somebody came by themselves, or was brought. They are asked first: a yes begins a draft that whoever met them leads, a
 * no is counted and nothing else is kept. Who is of a household that has a file gets one of their own, linked to it.
 */
export const registerWalkIn = verb({
  name: 'case.open',
  session: 'staff',
  roles: caseworkerRoles,
  form: firstPageForm,
  page: (_, { household, member }) =>
    household && member ? `/cases/new?${new URLSearchParams({ household, member })}` : '/cases/new',
  scope: async (ctx, _, { cercle, household, member }) => {
    const [row] = await ctx.tx.select().from(cercleOffices).where(eq(cercleOffices.cercle, cercle))
    if (!household && !member) return { officeId: row?.officeId }
    const from = await memberInReach(ctx, { code: household, id: member })
    return from && { officeId: row?.officeId, from }
  },
  policy: (actor) => (isCaseworker(actor.role) ? allowed : denied('role')),
  audit: () => ({ type: 'case', id: '' }),
  doubts: ({ actor }, _, { age, ageBasis, ...answers }) =>
    // Without an age nobody knows whether a child answers.
    age === undefined
      ? {}
      : answersDoubts(answers, {
          birth: saidToday(age, ageBasis, actor.now),
          day: isoDayOf(actor.now),
        }),
  apply: async (ctx, { officeId, from }, values) => {
    const { source, cercle, sex, age, ageBasis, household: _, member: __, ...asked } = values
    const { safeContact, withholdFrom, ...answers } = asked
    if (!officeId || !ctx.actor.offices.includes(officeId)) return { invalid: { cercle: 'other-office' } }
    const birth = saidToday(age, ageBasis, ctx.actor.now)
    if (answers.answer === 'REFUSED') return countNo(ctx, { officeId, sex, birth })
    const wrong = answersProblem(answers, { birth, day: isoDayOf(ctx.actor.now) })
    if (wrong) return { invalid: wrong }
    const opened = await openCase(ctx, {
      officeId,
      leadId: ctx.actor.userId,
      source,
      cercle,
      person: {
        sex,
        birthYear: birth.year,
        ageBasis,
        nationalities: [],
        safeContact: safeContact || null,
        identity: {
          ...noIdentity,
          given: from?.member.identity.given ?? '',
          ageSaid: writeSaid(birth.said),
          withholds: unexplained(withholdFrom),
        },
      },
    })
    if (from) await linkMember(ctx, from.member.id, opened.id)
    const owner = { caseId: opened.id, officeId, sensitivity: 'S3' }
    const written = await writeAnswers(ctx, owner, { ...answers, birth })
    if ('invalid' in written) throw new Error('an answer that was judged is judged otherwise')
    const detail = { case: opened.id, answer: answers.answer, waits: written.waits }
    return { location: `/cases/${opened.code}/register/identity`, id: opened.code, detail }
  },
})

/** What an age that somebody says today tells of the birth. */
const saidToday = (years: number, basis: string, now: Date) => ({
  year: now.getUTCFullYear() - years,
  basis,
  said: { years, on: isoDayOf(now) },
})

/** Why is asked with the rest, on the last page. */
export const unexplained = (from: readonly string[]) => from.map((one) => ({ from: one, reason: '' }))

type Asked = { officeId: string; sex: string; birth: ReturnType<typeof saidToday> }

async function countNo({ tx, actor }: Ctx, { officeId, sex, birth }: Asked) {
  const band = ageGroup(youngestOn(birth, isoDayOf(actor.now)))
  await tx.execute(sql`select app.count_no(${officeId}, ${sex}, ${band})`)
  // What came back before the answer was there goes with the no, also from another tab: nothing tells whose it was.
  await dropEveryDraft(tx, actor.userId, { form: 'case.open', about: '' })
  return { location: '/cases/new/no', detail: { answer: 'REFUSED' } }
}
