import { sql } from 'drizzle-orm'
import { inSupervisedOffice, onOwnCase } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { alerts } from '@/lib/platform/db/schema'

/**
 * Which alerts exist for this actor: a supervisor's are those of their offices, and once one belongs to a case those whose
 * case is in their reach. Whoever raised one reads no row of it afterwards (`own-alerts.ts`).
 */
export const within = (actor: Actor) =>
  actor.role === 'SUPERVISOR'
    ? sql`((${alerts.caseId} is null and ${inSupervisedOffice(actor, alerts.officeId)})
        or (${alerts.caseSensitivity} = 'S3' and ${inSupervisedOffice(actor, alerts.caseOfficeId)})
        or (${alerts.caseSensitivity} = 'S4' and ${onOwnCase(actor, alerts.caseId)}))`
    : onOwnCase(actor, alerts.caseId)
