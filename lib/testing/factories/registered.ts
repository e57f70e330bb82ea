import { POST as writeIdentity } from '@/app/api/v1/cases/[code]/identity/route'
import { POST as openCase } from '@/app/api/v1/cases/route'
import type { RawValues } from '@/lib/base/forms/form'
import type { SignedIn } from '../actors'
import { root } from '../database'
import { type Endpoint, post } from '../requests'
import { adult } from './consent-answers'

/** A whole identity page as its form sends it. */
export const identityValues = (more: RawValues = {}): RawValues => ({
  given: 'Hawa',
  family: 'Dembélé',
  sex: 'F',
  age: '30',
  ageBasis: 'STATED',
  nationalities: ['MLI'],
  languages: ['bam'],
  documentStatus: 'HAS_ID',
  ...more,
})

const CERCLES: Readonly<Record<string, string>> = {
  MOP: 'ML0506',
  GAO: 'ML0703',
  TBT: 'ML0605',
  BKO: 'ML0901',
}

/** Somebody walked in, said yes and their name, through the pages' own routes: the case, and where the last page led. */
export async function registered(
  by: SignedIn,
  names: RawValues,
): Promise<{ code: string; id: string; led: string }> {
  const cercle = CERCLES[by.offices[0] ?? ''] ?? ''
  const { code } = await sent(openCase as Endpoint, by, {}, { ...adult, cercle })
  const { location } = await sent(writeIdentity as Endpoint, by, { code }, identityValues(names))
  const [row] = await root()`select id from app.cases where code = ${code}`
  return { code, id: String(row?.id), led: location }
}

async function sent(endpoint: Endpoint, as: SignedIn, params: Record<string, string>, values: RawValues) {
  const answer = await post(endpoint, { as, params, values, json: true })
  const body = (await answer.json()) as { id?: string; location?: string }
  if (answer.status >= 300) throw new Error(`${answer.status}: ${JSON.stringify(body)}`)
  return { code: body.id ?? '', location: body.location ?? '' }
}
