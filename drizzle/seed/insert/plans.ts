import type { TransactionSql } from 'postgres'
import { countedOnDay, limitOf } from '@/lib/casework/plans/due-dates'
import { templateAction } from '@/lib/casework/plans/templates'
import type { OpenKey } from '@/lib/platform/vault/seal'
import { planned } from '../demo/plans'
import { idOf } from '../demo/random'
import { type CaseFile, ownerOf } from '../demo/records'
import { insertRows } from './bulk'

/** The plans of the told cases; what is still open of them becomes work by the same rule as by hand. */
export async function insertPlans(
  tx: TransactionSql,
  files: readonly CaseFile[],
  teamKeys: ReadonlyMap<string, OpenKey>,
): Promise<void> {
  for (const { file, plan } of planned(files)) {
    const { id: caseId, leadId, code } = file.case
    const keyId = teamKeys.get(caseId)?.id
    const shared = { ...ownerOf(file), keyId, addedBy: leadId, version: 1 }
    const added = { addedAt: `${plan.goals[0]?.agreedOn}T10:00:00Z` }
    await insertRows(
      tx,
      'app.plan_goals',
      plan.goals.map((goal) => ({ ...shared, ...added, ...goal })),
    )
    await insertRows(
      tx,
      'app.plan_actions',
      plan.actions.map(({ endedAt, ...action }) => ({
        ...shared,
        ...added,
        ...action,
        ...limitColumns(action.template),
        holderId: action.owner === 'US' ? leadId : null,
        countedFrom: countedOnDay(action.agreedOn).toISOString(),
        endedAt,
        endedBy: endedAt && leadId,
      })),
    )
    if (!plan.approved) continue
    const { byId, at } = plan.approved
    const { addedBy: askedBy, ...rest } = shared
    await insertRows(tx, 'app.plan_approvals', [
      {
        ...rest,
        id: idOf(`${code} approval`),
        askedBy,
        askedAt: added.addedAt,
        dueAt: new Date(Date.parse(added.addedAt) + 24 * 3_600_000).toISOString(),
        decided: 'APPROVED',
        decidedBy: byId,
        decidedAt: at,
      },
    ])
  }
}

function limitColumns(template: string) {
  const due = templateAction(template)?.due
  const { hours, days, risk } = due ? limitOf(due) : { hours: null, days: null, risk: null }
  return { limitHours: hours, limitDays: days, limitRisk: risk }
}
