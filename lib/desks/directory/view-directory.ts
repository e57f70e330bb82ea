import { isUuid } from '@/lib/base/forms/uuid'
import { directory } from '@/lib/casework/services/queries'
import { ranked } from '@/lib/casework/services/ranking'
import type { Role } from '@/lib/platform/access/roles'
import { roles } from '@/lib/platform/access/roles'
import { offices } from '@/lib/platform/db/schema'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** All staff: whoever may tell somebody where a service is. */
export const directoryRoles: readonly Role[] = roles.filter(
  (role) => role !== 'PARTNER_FP' && role !== 'DONOR_VIEW',
)

/** The directory, one office, or one service in every office. Two statements. */
export async function viewDirectory(reading: Reading, query: Query) {
  const { actor, tx } = reading
  const all = ranked(await directory(reading, {}), '', actor.now)
  const places = await tx.select({ id: offices.id, name: offices.name }).from(offices).orderBy(offices.name)
  const service = one(query, 'service') ?? ''
  const home = actor.offices[0] ?? places[0]?.id ?? ''
  // Every office of every service would be more than a page may weigh: all offices are shown for one service.
  const office = one(query, 'office') || (service === '' ? home : '')
  const entries = all.filter(
    (entry) => (office === '' || entry.office === office) && (service === '' || entry.service === service),
  )
  const services = [...new Set(all.map((entry) => entry.service))].toSorted()
  const subject = { type: 'directory', id: '' }
  return { view: { entries, places, services, office, service }, subject, detail: { count: entries.length } }
}

/** One entry of the directory. */
export async function viewEntry(reading: Reading, id: string) {
  const subject = { type: 'directory-entry', id }
  const found = isUuid(id) ? await directory(reading, { id }) : []
  const [entry] = ranked(found, '', reading.actor.now)
  if (!entry) return { missing: subject }
  const places = await reading.tx.select({ id: offices.id, name: offices.name }).from(offices)
  return {
    view: { entry, office: places.find((one) => one.id === entry.office)?.name ?? entry.office },
    subject,
  }
}
