import type { Capacity } from '@/lib/casework/cases/scope'
import type { Actor } from '@/lib/platform/access/actor'
import type { ReferralSituation, Relation } from './policy'
import type { ReferralState } from './states'
import type { Channel } from './transitions'

type Row = {
  state: ReferralState
  priority: string
  sensitivity: string
  officeId: string
  authorId: string
  approvedBy: string | null
  emergencyPath: boolean
  reviewedAt: Date | null
  untold: string | null
  sentAt: Date | null
  partnerDeletedAt: Date | null
  deletionToldOn: string | null
}

/** How this member of staff stands to a referral: what the policy decides on. PURE. */
export function staffSituation(
  actor: Actor,
  row: Row,
  reach: { capacities: readonly Capacity[]; caseState: string; consentStands: boolean },
  channel: Channel = 'APP',
): ReferralSituation {
  return {
    state: row.state,
    relations: relationsOf(actor, row, reach.capacities),
    sensitivity: row.sensitivity === 'S4' ? 'S4' : 'S3',
    priority: row.priority as ReferralSituation['priority'],
    caseOpen: reach.caseState === 'OPEN',
    channel,
    approvedByActor: row.approvedBy === actor.userId,
    reviewDue: row.emergencyPath && row.reviewedAt === null,
    // What the partner still reads limits the partner alone.
    reads: 'NOTHING',
    untold: row.untold !== null,
    left: row.sentAt !== null && row.partnerDeletedAt === null && row.deletionToldOn === null,
    consentStands: reach.consentStands,
  }
}

function relationsOf(
  actor: Actor,
  row: Pick<Row, 'officeId' | 'authorId'>,
  capacities: readonly Capacity[],
): Relation[] {
  const relations: Relation[] = []
  if (capacities.includes('LEAD')) relations.push('lead')
  if (capacities.includes('MEMBER')) relations.push('member')
  if (capacities.includes('NAMED_SUPERVISOR') && actor.role === 'SUPERVISOR')
    relations.push('namedSupervisor')
  if (actor.role === 'SUPERVISOR' && actor.offices.includes(row.officeId))
    relations.push('supervisorOfOffice')
  if (row.authorId === actor.userId) relations.push('author')
  return relations
}
