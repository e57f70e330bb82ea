import { and, asc, eq } from 'drizzle-orm'
import { harmPlace } from '@/lib/base/addresses/referral-places'
import { HARM, isHarm } from '@/lib/casework/referrals/harm/kinds'
import { harmWithin } from '@/lib/casework/referrals/reach/within'
import { harmReports, users, vaultKeys } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { unwrap } from '@/lib/platform/vault/keys'
import { unseal } from '@/lib/platform/vault/seal'

/** The harms reported about a referral, for its team and supervisors, with the words as they were said. */
export async function harmsOf({ tx, actor }: Ctx, referralId: string) {
  const rows = await tx
    .select({ report: harmReports, name: users.name, key: { id: vaultKeys.id, wrapped: vaultKeys.wrapped } })
    .from(harmReports)
    .innerJoin(users, eq(users.id, harmReports.reportedBy))
    .leftJoin(vaultKeys, eq(vaultKeys.id, harmReports.keyId))
    .where(and(eq(harmReports.referralId, referralId), harmWithin(actor)))
    .orderBy(asc(harmReports.reportedAt))
  return rows.map(({ report, name, key }) => ({
    id: report.id,
    kind: report.kind,
    firstHelp: isHarm(report.kind) ? HARM[report.kind].firstHelp : [],
    name,
    reportedAt: report.reportedAt,
    dueAt: report.dueAt,
    handledAt: report.handledAt,
    action: report.action,
    words:
      key && report.words ? unseal(unwrap(key), harmPlace(report.id), report.words).toString('utf8') : '',
  }))
}
export type Harm = Awaited<ReturnType<typeof harmsOf>>[number]
