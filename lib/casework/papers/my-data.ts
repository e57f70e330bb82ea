import { type SQL, sql } from 'drizzle-orm'
import { FACT_KEYS, type FactKey, isFactKey } from '@/lib/casework/consents/facts'
import type { PersonView } from '@/lib/casework/people/queries'
import type { Ctx } from '@/lib/platform/gate/verb'

/** What is held about somebody, by its kind. */
export type Held =
  | 'NAME'
  | 'BIRTH'
  | 'ORIGIN'
  | 'CONTACT'
  | 'HOUSEHOLD'
  | 'DOCUMENTS'
  | 'NEEDS'
  | 'ANSWERS'
  | 'HELP'
  | 'ASSESSMENTS'
  | 'PLAN'
  | 'MEETINGS'
  | 'RETURN'
  | 'FILES'
  | 'REFERRALS'
  | 'FIRST_MEETING'
  | 'NOTES'

/** What other parts of a file hold, as one JSON object: each true where it has a row. */
export type Kept = { assessments: boolean; plan: boolean; meetings: boolean; returning: boolean }

/** Asked beside the head of the case. */
export const keptOf = (caseId: string): SQL => sql`json_build_object(
  'assessments', exists(select from app.assessments a where a.case_id = ${caseId}),
  'plan', exists(select from app.plan_goals g where g.case_id = ${caseId}),
  'meetings', exists(select from app.follow_ups f where f.case_id = ${caseId})
    or exists(select from app.appointments p where p.case_id = ${caseId})
    or exists(select from app.case_reviews v where v.case_id = ${caseId}),
  'returning', exists(select from app.return_paths r where r.case_id = ${caseId}))`

type Holding = {
  person: PersonView
  people: number
  counts: { assistance: number; referrals: number; consents: number; documents: number }
  kept: Kept
  fromAlert: boolean
}

/**
 * The kinds of what is held, in the order in which they are read out. That there are working notes is always said: whoever
 * prints may not read those of other disciplines, and does not know whether there are any. PURE.
 */
export function heldOf({ person, people, counts, kept, fromAlert }: Holding): Held[] {
  const { identity } = person
  const held: readonly (readonly [Held, boolean])[] = [
    ['NAME', Boolean(identity.given || identity.family || identity.alias)],
    ['BIRTH', true],
    ['ORIGIN', person.nationalities.length > 0 || Boolean(person.originCercle || person.displacementStatus)],
    ['CONTACT', Boolean(person.safeContact || identity.phone || identity.contactDetail)],
    ['HOUSEHOLD', people > 1 || person.householdSize !== null],
    ['DOCUMENTS', Boolean(person.documentStatus)],
    ['NEEDS', person.specificNeeds.length > 0 || person.concerns.length > 0 || person.functioning.length > 0],
    ['ANSWERS', counts.consents > 0],
    ['HELP', counts.assistance > 0],
    ['REFERRALS', counts.referrals > 0],
    ['FIRST_MEETING', fromAlert],
    ['ASSESSMENTS', kept.assessments],
    ['PLAN', kept.plan],
    ['MEETINGS', kept.meetings],
    ['RETURN', kept.returning],
    ['FILES', counts.documents > 0],
    ['NOTES', true],
  ]
  return held.flatMap(([kind, is]) => (is ? [kind] : []))
}

/** An agency that received something: which facts, or the whole follow-up (`null`); `ended`: when its access was taken away. */
export type Received = { partner: string; on: string; facts: FactKey[] | null; ended: string | null }

const received = (caseId: string): SQL => sql`
  select r.partner_code as partner, r.sent_at as at, r.facts, (select case when bool_and(s.ended_at is not null) then max(s.ended_at) end
      from app.shares s where s.referral_id = r.id) as ended
    from app.referrals r where r.case_id = ${caseId} and r.sent_at is not null and r.partner_code is not null
  union all select x.partner_code, x.handed_at, null, null from app.case_transfers x
    where x.case_id = ${caseId} and x.kind = 'EXTERNAL' and x.handed_at is not null
  order by at`

/** Which agencies received what about the person, in the order of the days. */
export async function receivedBy({ tx }: Pick<Ctx, 'tx'>, caseId: string): Promise<Received[]> {
  const rows = await tx.execute<{
    partner: string
    at: string
    facts: string[] | null
    ended: string | null
  }>(received(caseId))
  return [...rows].map(({ partner, at, facts, ended }) => ({
    partner,
    on: new Date(at).toISOString(),
    facts: facts && FACT_KEYS.filter((key) => facts.filter(isFactKey).includes(key)),
    ended: ended && new Date(ended).toISOString(),
  }))
}
