import { part } from '../factories/rows'
import type { OneCase, WriteWorld } from './world'

export const quoted = (id: string) => `'${id}'`

/** What stands for `$case` and the like in a deed. */
export function filled(text: string, world: WriteWorld, one: OneCase, state = 'DRAFT'): string {
  const { people, other } = world
  const referral = one.referrals.find((row) => row.state === state)?.id ?? ''
  const draft = one.referrals[0]?.id ?? ''
  const others = other.referrals[0]?.id ?? ''
  const values: Record<string, string> = {
    case: quoted(one.id),
    sensitivity: quoted(one.sensitivity),
    teamkey: `(select key_id from app.people where case_id = '${one.id}' and standing = 'PRINCIPAL')`,
    slipkey: `(select key_id from app.shares where id = '${part(referral, 'share 1')}')`,
    referral: quoted(referral),
    draftreferral: quoted(draft),
    consent: quoted(part(referral, 'consent')),
    alert: quoted(world.alert),
    other: quoted(people.donor.id),
    colleague: quoted(people.colleague.id),
    elsewhere: quoted(people.elsewhere.id),
    enumerator: quoted(people.enumerator.id),
    admin: quoted(people.admin.id),
    ended: quoted(people.ended.id),
    supervisor: quoted(people.supervisor.id),
    named: quoted(people.named.id),
    othercase: quoted(other.id),
    otherreferral: quoted(others),
    otherconsent: quoted(part(others, 'consent')),
    otherkey: quoted(world.otherKey),
    psea: quoted(part(world.alert, 'psea report')),
  }
  return text.replace(/\$([a-z]+)/g, (_, name: string) => values[name] ?? `$${name}`)
}

export const sets = (columns: Readonly<Record<string, string>>) =>
  Object.entries(columns)
    .map(([column, value]) => `${column} = ${value}`)
    .join(', ')
