import type { Birth } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { type Asked, canBeJudged, judgeAsked, REASONS } from '@/lib/casework/consents/asked'
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

/** The same for a form that comes back: nothing while nobody knows yet who answered what. PURE. */
export const answersDoubts = (answers: Answers, who: Judged): Record<string, string> =>
  canBeJudged(answers) ? (answersProblem(answers, who) ?? {}) : {}

/** The two answers of the first page as rows of their own. A no to figures that nobody may give is not written: it is one. */
export async function writeAnswers(
  ctx: Ctx,
  owner: ConsentOwner,
  { birth, stats, ...asked }: Answers & { birth: Birth },
): Promise<Written> {
  const restricted = owner.sensitivity === 'S4'
  const wrong = answersProblem({ ...asked, stats }, { birth, day: isoDayOf(ctx.actor.now), restricted })
  if (wrong) return { invalid: wrong }
  const figures = { purpose: 'STATS' as const, birth }
  const no = { ...asked, answer: 'REFUSED' as const, giver: 'SELF', reason: '' }
  await writeConsent(ctx, owner, { asked: stats === 'YES' ? asked : no, about: figures })
  return writeConsent(ctx, owner, { asked, about: { purpose: 'CASE_MGMT', birth } })
}
