import { isChildSafely } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { CONSENT_SETTINGS } from '@/lib/casework/consents/rule-book'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Answer } from './form'
import { isColleague } from './record-consent'

type Row = { birthYear: number | null; officeId: string }

/** What only the person's age and the office can tell: a child assents with a guardian, an adult gives; a colleague is one. */
export async function answerFits(
  ctx: Ctx,
  { answer, secondPerson }: { answer: Answer; secondPerson: string },
  { birthYear, officeId }: Row,
): Promise<Record<string, string>> {
  const child = isChild(birthYear, ctx.actor.now)
  if (child && answer === 'GIVEN') return { answer: 'child-assents' }
  if (!child && birthYear !== null && answer === 'ASSENT') return { answer: 'adult-gives' }
  if (answer === 'NOT_POSSIBLE' && !(await isColleague(ctx, secondPerson, officeId)))
    return { secondPerson: 'not-a-code' }
  return {}
}

/** Who may still be under age is treated as a child. */
export const isChild = (birthYear: number | null, now: Date): boolean =>
  isChildSafely({ year: birthYear }, isoDayOf(now), CONSENT_SETTINGS.adult_from)
