import { sql } from 'drizzle-orm'
import { type AssessedFacts, assessedFacts } from '@/lib/casework/assessments/effects'
import { type FinishedJson, finishedFrom, finishedJson } from '@/lib/casework/assessments/queries'
import { type HouseholdLink, linksJson } from '@/lib/casework/people/household-links'
import { type Office, usualJson, usualOf } from '@/lib/casework/people/usual'
import type { Reading } from '@/lib/platform/gate/read'
import { alertsJson, type FileAlert, openedAlert, type SealedAlert } from './file-alerts'

/** What the pages of registration show beside their questions: the alert on each, the rest where it is asked about. */
export type Beside = { alerts: FileAlert[]; usual: Office; links: HouseholdLink[]; assessed: AssessedFacts }
export type BesideWhat = { usual?: boolean; links?: boolean; assessed?: boolean }
type Row = {
  alerts: SealedAlert[] | null
  counted: Office[] | null
  links: HouseholdLink[] | null
  finished: FinishedJson[] | null
}

/** One statement, whatever is wanted. */
export async function besideRegistration(
  { tx, actor }: Reading,
  { id, officeId }: { id: string; officeId: string },
  wanted: BesideWhat = {},
): Promise<Beside> {
  const [row] = await tx.execute<Row>(sql`select ${alertsJson(id)} as alerts,
    ${wanted.usual ? usualJson(actor, officeId) : sql`null::json`} as counted,
    ${wanted.links ? linksJson(actor, id) : sql`null::json`} as links,
    ${wanted.assessed ? finishedJson(actor, id) : sql`null::json`} as finished`)
  return {
    alerts: (row?.alerts ?? []).map(openedAlert),
    usual: usualOf(row?.counted ?? null, officeId),
    links: row?.links ?? [],
    assessed: assessedFacts(finishedFrom(row?.finished ?? null)),
  }
}
