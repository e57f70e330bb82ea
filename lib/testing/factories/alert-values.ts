import type { RawValues } from '@/lib/base/forms/form'
import type { SignedIn } from '../actors'
import { type Endpoint, post } from '../requests'

/** A whole quick alert as the form sends it. */
export const alertValues = (more: RawValues = {}): RawValues => ({
  flowPoint: 'FMP_MOP',
  seenOn: '2014-06-30',
  given: 'Hawa',
  family: 'Dembélé',
  sex: 'F',
  age: '24',
  nationality: 'MLI',
  vulnerabilities: ['PREGNANT_OR_NURSING'],
  urgency: 'URGENT',
  contactAgreed: 'YES',
  safeContact: 'Chez la matrone',
  ...more,
})

/** Raises an alert through its route and returns its id. */
export async function raised(endpoint: Endpoint, by: SignedIn, more: RawValues = {}): Promise<string> {
  const answer = await post(endpoint, { as: by, values: alertValues(more), json: true })
  const { id } = (await answer.json()) as { id?: string }
  if (!id) throw new Error(`no alert was raised: ${answer.status}`)
  return id
}
