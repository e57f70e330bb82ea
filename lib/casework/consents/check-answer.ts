import { isChildSafely } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { CONSENT_SETTINGS } from '@/lib/casework/consents/rule-book'
import { maySecond } from '@/lib/casework/staff/second-person'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Answer } from './form'

type Row = { birthYear: number | null }

/** What only the person's age and our staff can tell: a child assents with a guardian, an adult gives; a colleague works with cases. */
export async function answerFits(
  ctx: Ctx,
  { answer, secondPerson }: { answer: Answer; secondPerson: string },
  { birthYear }: Row,
): Promise<Record<string, string>> {
  const child = isChild(birthYear, ctx.actor.now)
  if (child && answer === 'GIVEN') return { answer: 'child-assents' }
  if (!child && birthYear !== null && answer === 'ASSENT') return { answer: 'adult-gives' }
  if (answer === 'NOT_POSSIBLE' && !(await maySecond(ctx, secondPerson)))
    return { secondPerson: 'not-a-code' }
  return {}
}

/** Who may still be under age is treated as a child. */
export const isChild = (birthYear: number | null, now: Date): boolean =>
  isChildSafely({ year: birthYear }, isoDayOf(now), CONSENT_SETTINGS.adult_from)
