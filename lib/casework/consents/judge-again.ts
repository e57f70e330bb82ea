import type { Birth } from '@/lib/base/time/age-on'
import { type About, judge } from './asked'
import type { ConsentRow } from './cover'
import type { AnswerCode, Giver, Purpose } from './rule-book'
import { CARRYING_STATUSES } from './states'

/**
 * Judges recorded answers a second time, with what is known of the person today: a birth date corrected since, a child
 * grown up. PURE. A yes that no rule allows any more comes back marked and covers nothing; the row itself stays as it is.
 */
export const judgedAgain = <R extends ConsentRow>(
  rows: readonly R[],
  who: { birth: Birth; day: string; restricted?: boolean },
): R[] => rows.map((row) => (allowed(row, who) ? row : { ...row, needsReview: row.needsReview ?? 'NO_RULE' }))

function allowed(row: ConsentRow, who: Omit<About, 'purpose' | 'service'>): boolean {
  if (row.needsReview !== null || !CARRYING_STATUSES.includes(row.status)) return true
  const giver = row.giver as Giver
  // Before the rules nobody asked who cares for the child; a parent or guardian who answered was there.
  const beside = giver === 'PARENT' || giver === 'GUARDIAN' ? { caregiver: 'PRESENT_SAFE' } : {}
  const vital = row.legalBasis === 'VITAL' && !row.situation.danger ? { danger: 'VITAL' } : {}
  const situation = { ...beside, ...vital, ...row.situation }
  const reason = row.reason ?? (row.status === 'NOT_POSSIBLE' ? 'DEATH_RISK' : null)
  const about = { ...who, purpose: row.purpose as Purpose, service: row.service }
  return judge({ answer: row.status as AnswerCode, giver, reason, situation }, about).ok
}
