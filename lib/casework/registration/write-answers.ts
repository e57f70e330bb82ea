import type { Birth } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { type Asked, canBeJudged, judgeAsked, REASONS } from '@/lib/casework/consents/asked'
import { consentsOf } from '@/lib/casework/consents/queries'
import { type ConsentOwner, type Written, writeConsent } from '@/lib/casework/consents/write-consent'
import type { Ctx } from '@/lib/platform/gate/verb'

export type Answers = Asked & { stats: 'YES' | 'NO' }
type Judged = { birth: Birth; day: string; restricted?: boolean }

/** What the one rule has against the two answers of the first page, by question; nothing when both may be kept. PURE. */
export function answersProblem(
  { stats, ...asked }: Answers,
  who: Judged,
): Record<string, string> | undefined {
  const file = judgeAsked(asked, { ...who, purpose: 'CASE_MGMT' })
  const wrong = {
    ...(!file.ok && file.errors),
    ...(stats === 'YES' && !mayCount(asked, who) && { stats: 'counts-as-no' }),
  }
  return Object.keys(wrong).length > 0 ? wrong : undefined
}

/** Whether whoever answers may say yes to figures: while the reason is still wrong, whether any reason would do. */
const mayCount = (asked: Asked, who: Judged): boolean =>
  [asked.reason, ...REASONS].some(
    (reason) => judgeAsked({ ...asked, reason }, { ...who, purpose: 'STATS' }).ok,
  )

/** Whether the question of figures was a question: somebody was there to answer, and might have said yes. */
const wasAsked = (asked: Asked, who: Judged): boolean =>
  asked.answer !== 'NOT_POSSIBLE' && mayCount(asked, who)

/** The same for a form that comes back: nothing while nobody knows yet who answered what. PURE. */
export const answersDoubts = (answers: Answers, who: Judged): Record<string, string> =>
  canBeJudged(answers) ? (answersProblem(answers, who) ?? {}) : {}

/**
 * The two answers of the first page as rows of their own. Where nobody may say yes to figures nobody was asked: no row says
 * that the person refused, and every door reads a missing one as a no. An earlier answer ends by one all the same.
 */
export async function writeAnswers(
  ctx: Ctx,
  owner: ConsentOwner,
  { birth, stats, ...asked }: Answers & { birth: Birth },
): Promise<Written> {
  const who = { birth, day: isoDayOf(ctx.actor.now), restricted: owner.sensitivity === 'S4' }
  const wrong = answersProblem({ ...asked, stats }, who)
  if (wrong) return { invalid: wrong }
  const figures = { purpose: 'STATS' as const, birth }
  const no = { ...asked, answer: 'REFUSED' as const, giver: 'SELF', reason: '' }
  const before = await consentsOf(ctx, owner.caseId)
  if (wasAsked(asked, who) || before.some(({ purpose }) => purpose === 'STATS'))
    await writeConsent(ctx, owner, { asked: stats === 'YES' ? asked : no, about: figures })
  return writeConsent(ctx, owner, { asked, about: { purpose: 'CASE_MGMT', birth } })
}
