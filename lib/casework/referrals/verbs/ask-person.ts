import type { ConsentAnswers } from '@/lib/base/addresses/referral-places'
import { isoDayOf } from '@/lib/base/time/days'
import { type Asked, judgeAsked } from '@/lib/casework/consents/asked'
import { saidBefore } from '@/lib/casework/consents/queries'
import { writeConsent } from '@/lib/casework/consents/write-consent'
import { birthOf } from '@/lib/casework/people/birth'
import { peopleOf, principalOf } from '@/lib/casework/people/queries'
import type { Ctx } from '@/lib/platform/gate/verb'
import { purposeOf } from '../sharing/cover'
import { endUnsent, withdrawBefore } from './withdraw-answer'

/** The case as the wizard knows it. */
type Owner = { id: string; officeId: string; sensitivity: string }

async function aboutPerson(ctx: Ctx, caseId: string, service: string) {
  const person = principalOf(await peopleOf(ctx, caseId))
  if (!person) throw new Error('a case without its person')
  return { purpose: purposeOf(service), service, birth: birthOf(person) }
}

/** What the one rule has against a yes of page 1, by question; it is judged again when the referral is sealed. */
export async function answerProblem(
  ctx: Ctx,
  { id, sensitivity }: Owner,
  { service, consent, partner = null }: { service: string; consent: ConsentAnswers; partner?: string | null },
): Promise<Record<string, string> | undefined> {
  const { answer, doubt = '', askedAt: _, ...rest } = consent
  if (answer === 'EXISTING') return undefined
  const about = await aboutPerson(ctx, id, service)
  const restricted = sensitivity === 'S4'
  const before = await saidBefore(ctx, id)
  const result = judgeAsked(
    { answer, doubt, ...rest },
    { ...about, day: isoDayOf(ctx.actor.now), restricted, before, partner },
  )
  return result.ok ? undefined : result.errors
}

/** The answers of page 1 as the draft keeps them, with the moment they were given. */
export const answeredNow = (ctx: Ctx, consent: ConsentAnswers): ConsentAnswers => ({
  ...consent,
  askedAt: ctx.actor.now.toISOString(),
})

/**
 * A no, for this service, whoever the partner would have been. Other drafts of the service end; what rests on an earlier
 * yes ends too, unless it is to go on.
 */
export async function recordNo(
  ctx: Ctx,
  { id: caseId, officeId, sensitivity }: Owner,
  { service, keepRunning, asked }: { service: string; keepRunning: boolean; asked: Asked },
): Promise<{ stopped: number } | { invalid: Record<string, string> }> {
  const about = await aboutPerson(ctx, caseId, service)
  const to = { caseId, purpose: about.purpose, partner: null, service }
  const stopped = (keepRunning ? 0 : await withdrawBefore(ctx, to)) + (await endUnsent(ctx, to))
  const written = await writeConsent(ctx, { caseId, officeId, sensitivity }, { asked, about })
  return 'invalid' in written ? written : { stopped }
}
