import { type SignedIn, signedIn } from '../actors'
import { moved } from './walk'

type Steps = Parameters<typeof moved>[1]
type More = Parameters<typeof moved>[2]
export type Sides = {
  lead: SignedIn
  supervisor: SignedIn
  /** UNICEF's person, to whom referrals go, and another agency's. */
  agency: SignedIn
  other: SignedIn
  /** A referral to UNICEF, moved so far; answers its id. */
  referral: (steps: Steps, more?: More) => Promise<string>
}

/** Who stands around a referral of Mopti, all signed in. */
export async function sides(): Promise<Sides> {
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const supervisor = await signedIn('SUPERVISOR', 'MOP')
  const agency = await signedIn('PARTNER_FP', 'UNICEF')
  const other = await signedIn('PARTNER_FP', 'NRC')
  const by = { lead: lead.id, supervisor: supervisor.id }
  return { lead, supervisor, agency, other, referral: (steps, more) => moved(by, steps, more) }
}
