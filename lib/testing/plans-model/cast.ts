import { type SignedIn, signedIn } from '../actors'
import { type Around, around, openCaseOf } from '../factories/open-case'
import { about } from '../factories/plans'
import type { Name, Plan, Risk } from './plan'

export type Cast = Record<Name, SignedIn>

/** Who stands around the case of a run, and who does not. */
export async function castOf(): Promise<Cast> {
  const { lead, other, supervisor } = await around()
  return {
    lead,
    member: other,
    supervisor,
    outsider: await signedIn('SOCIAL_WORKER', 'GAO'),
    elsewhere: await signedIn('SUPERVISOR', 'GAO'),
  }
}

/** A run begins with an open case of an adult in distress, without a plan. */
export async function begin({ lead, member, supervisor }: Cast, risk: Risk): Promise<Plan> {
  const all: Around = { lead, other: member, supervisor }
  const { id, code } = await openCaseOf(all, [], risk)
  await about(id, ['MHP_DIST'])
  return { code, caseId: id, risk, onHold: false, today: '2014-06-30', goals: [], actions: [], word: null }
}
