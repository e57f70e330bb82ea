import type { TransactionSql } from 'postgres'
import { directory } from '../demo/directory'
import { flowPoints, offices } from '../demo/places'
import { idOf } from '../demo/random'
import { insertRows, type SeedRow } from '../insert/bulk'
import type { Base, Branch, Staffing, StaffMember } from './staffing'

/** Offices, places, what partners offer there, and people beyond the demonstration's; what is there already stays. */
export async function insertStaffing(tx: TransactionSql, staffing: Staffing): Promise<void> {
  const { further, added } = staffing
  const known = await tx<{ id: string }[]>`select id from access.offices`
  const isNew = ({ officeId }: { officeId: string }) => !known.some(({ id }) => id === officeId)
  const opening = further.filter(isNew)
  await insertRows(tx, 'access.offices', opening.map(officeRow))
  await insertRows(tx, 'app.flow_points', opening.map(flowPointRow))
  await insertRows(tx, 'app.directory_entries', opening.flatMap(entryRows))
  // The one base of each agency of the demonstration hears of everything: the worst reader.
  await tx`update app.partner_bases set offices = (select array_agg(o.id order by o.id) from access.offices o) where name = 'MALI'`
  await insertPeople(tx, added, new Map())
  await insertBases(tx, staffing.bases)
}

async function insertBases(tx: TransactionSql, bases: readonly Base[]): Promise<void> {
  const there = await tx<{ id: string }[]>`select id from app.partner_bases`
  const known = new Set(there.map(({ id }) => id))
  const fresh = bases.filter(({ id }) => !known.has(id))
  const row = ({ id, name, offices, partner }: Base): SeedRow => ({ id, name, offices, partnerCode: partner })
  await insertRows(tx, 'app.partner_bases', fresh.map(row))
  const of = new Map(bases.map((base) => [base.account.id, base]))
  await insertPeople(
    tx,
    bases.map(({ account }) => account),
    of,
  )
}

/** They sign in with the demonstration's password. */
async function insertPeople(
  tx: TransactionSql,
  people: readonly StaffMember[],
  bases: ReadonlyMap<string, Base>,
): Promise<void> {
  const there = await tx<
    { id: string }[]
  >`select id from access.users where id = any(${people.map(({ id }) => id)})`
  const known = new Set(there.map(({ id }) => id))
  const fresh = people.filter(({ id }) => !known.has(id))
  const user = ({ id, email, name, role }: StaffMember): SeedRow => ({
    id,
    email,
    name,
    role,
    partnerCode: bases.get(id)?.partner ?? null,
    baseId: bases.get(id)?.id ?? null,
    locale: 'fr',
    active: true,
  })
  await insertRows(tx, 'access.users', fresh.map(user))
  const works = people.flatMap(({ id, offices: own }) =>
    own.map((officeId) => ({ user_id: id, office_id: officeId })),
  )
  await tx`insert into access.user_offices (user_id, office_id)
    select user_id, office_id from json_to_recordset(${JSON.stringify(works)}::text::json) as w(user_id uuid, office_id text)
    on conflict do nothing`
  await tx`insert into access.credentials (user_id, password_hash)
    select w.id, (select c.password_hash from access.credentials c join access.users u on u.id = c.user_id
      where u.role = 'SUPERVISOR' order by u.email limit 1)
    from unnest(${fresh.map(({ id }) => id)}::uuid[]) as w(id)`
}

function officeRow({ officeId, name, like }: Branch): SeedRow {
  const { phone, region } = offices.find(({ id }) => id === like) ?? { phone: '', region: 'NORTH' }
  return { id: officeId, name, phone, region }
}

function flowPointRow({ officeId, flowPoint, like, name }: Branch): SeedRow {
  const cercle = flowPoints.find((point) => point.officeId === like)?.cercle
  return { code: flowPoint, name, officeId, cercle }
}

const entryRows = ({ officeId, like }: Branch): SeedRow[] =>
  directory
    .filter((entry) => entry.officeId === like)
    .map(({ partner, ...entry }) => ({
      ...entry,
      id: idOf(`directory:${partner} ${entry.service} ${officeId}`),
      partnerCode: partner,
      officeId,
    }))
