import type { Role } from '@/lib/platform/access/roles'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { caseworkerDay, wholes } from './caseworker-day'
import { adminDay, dpoDay, enumeratorDay, imDay } from './other-days'
import { supervisorDay } from './supervisor-day'

/** Who has a day here. Partners start with their inbox. */
export const workRoles: readonly Role[] = [
  'SOCIAL_WORKER',
  'PSYCHOLOGIST',
  'LAWYER',
  'SUPERVISOR',
  'DTM_ENUM',
  'IM',
  'DPO',
  'ADMIN',
  'DONOR_VIEW',
]

/**
 * The home page: for each role what they can act on today, and for whoever hears reports of abuse how many wait. At
 * most three data statements.
 */
export async function readDay(reading: Reading, query: Query = {}) {
  const day = await dayOf(reading, query)
  const openings = 'openings' in day ? day.openings : 0
  const view = { ...day, psea: reading.actor.abuseWaiting ?? null, openings }
  return { view, subject: { type: 'day', id: '' }, detail: { count: view.count } }
}

function dayOf(reading: Reading, query: Query) {
  switch (reading.actor.role) {
    case 'SUPERVISOR':
      return supervisorDay(reading, { team: one(query, 'team') })
    case 'DTM_ENUM':
      return enumeratorDay(reading)
    case 'IM':
      return imDay(reading)
    case 'DPO':
      return dpoDay(reading)
    case 'ADMIN':
      return adminDay(reading)
    case 'DONOR_VIEW':
      return { kind: 'donor' as const, count: 0 }
    default:
      return caseworkerDay(
        reading,
        wholes.find((name) => name === one(query, 'all')),
      )
  }
}
