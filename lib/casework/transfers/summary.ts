import type { CaseRow } from '@/lib/casework/cases/scope'
import { FACT_KEYS, type FactKey, isFactKey } from '@/lib/casework/consents/facts'
import { type PersonView, peopleOf, principalOf } from '@/lib/casework/people/queries'
import { contextOf, sourceOf } from '@/lib/casework/referrals/sharing/fact-source'
import { isLabel } from '@/lib/casework/referrals/sharing/labels'
import { refusedTicks } from '@/lib/casework/referrals/sharing/need-to-know'
import { type StagePayload, stagePayload } from '@/lib/casework/referrals/sharing/payload'
import type { Ctx } from '@/lib/platform/gate/verb'

/** What only a referral has: a service, its urgency, a reason for it. */
const OF_A_REFERRAL: readonly FactKey[] = ['need', 'urgency', 'vulnerable', 'papers', 'reason_text']
/** Facts that a hand-over summary may hold, each only where the person agreed to it. */
export const SUMMARY_FACTS: readonly FactKey[] = FACT_KEYS.filter((fact) => !OF_A_REFERRAL.includes(fact))

/** To which agency, and what it may hear. */
type Agreed = { partner: string; facts: readonly string[] }

/** Whoever takes a whole case over needs what long care of one person needs. */
const NEEDS_OF = 'CP_CARE'

/**
 * What the paper of a hand-over says: the facts of the consent that are known, less what the person withholds from this agency
 * and ways to reach them that are stopped. A label of what somebody survived is theirs to tell and stays here.
 */
export async function summaryOf(
  ctx: Ctx,
  record: Pick<CaseRow, 'id' | 'cercle' | 'doNotContact'>,
  agreed: Agreed,
): Promise<StagePayload> {
  return summaryFrom(ctx, record, agreed, await peopleOf(ctx, record.id))
}

/** The same of people who are read already. */
export function summaryFrom(
  ctx: Pick<Ctx, 'actor'>,
  { cercle, doNotContact }: Pick<CaseRow, 'cercle' | 'doNotContact'>,
  agreed: Agreed,
  everyone: readonly PersonView[],
): StagePayload {
  const person = principalOf(everyone)
  if (!person) throw new Error('a case without its person')
  const draft = { reasonText: '', meetingPlace: person.identity.meetingPlace, askedByPerson: false }
  const asked = {
    service: NEEDS_OF,
    priority: 'NORMAL',
    partner: agreed.partner,
    cercle,
    doNotContact,
    draft,
  } as const
  const when = { asked, now: ctx.actor.now }
  const source = sourceOf(person, everyone, when)
  const ticked = agreed.facts.filter(isFactKey).filter((fact) => SUMMARY_FACTS.includes(fact))
  const refused = refusedTicks(NEEDS_OF, ticked, contextOf(person, when)).map(({ fact }) => fact)
  const leaving = ticked.filter((fact) => !refused.includes(fact))
  const told = { ...source, specificNeeds: (source.specificNeeds ?? []).filter((need) => !isLabel(need)) }
  return { ...stagePayload(1, told, leaving), ...stagePayload(2, told, leaving) }
}
