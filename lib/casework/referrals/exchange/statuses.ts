import type { ConsentStatus } from '@/lib/casework/consents/states'
import type { ReferralState } from '../machine/states'

/** The value sets of FHIR R4 that a referral is told in, and how each of our own states is told. */
export const TASK_STATUSES = [
  'draft',
  'requested',
  'received',
  'accepted',
  'rejected',
  'ready',
  'cancelled',
  'in-progress',
  'on-hold',
  'failed',
  'completed',
  'entered-in-error',
] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

export const REQUEST_STATUSES = [
  'draft',
  'active',
  'on-hold',
  'revoked',
  'completed',
  'entered-in-error',
  'unknown',
] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]

export const REQUEST_PRIORITIES = ['routine', 'urgent', 'asap', 'stat'] as const
export type RequestPriority = (typeof REQUEST_PRIORITIES)[number]

export const CONSENT_CODES = [
  'draft',
  'proposed',
  'active',
  'rejected',
  'inactive',
  'entered-in-error',
] as const
export type ConsentCode = (typeof CONSENT_CODES)[number]

type Told = { task: TaskStatus; request: RequestStatus }

/** Every state has its two statuses: a new one does not compile without them. Our own state travels beside them. */
export const TOLD: Record<ReferralState, Told> = {
  DRAFT: { task: 'draft', request: 'draft' },
  PENDING_APPROVAL: { task: 'draft', request: 'draft' },
  RETURNED: { task: 'draft', request: 'draft' },
  APPROVED: { task: 'ready', request: 'draft' },
  SENT: { task: 'requested', request: 'active' },
  ACKNOWLEDGED: { task: 'received', request: 'active' },
  INFO_REQUESTED: { task: 'on-hold', request: 'active' },
  ACCEPTED: { task: 'accepted', request: 'active' },
  IN_PROGRESS: { task: 'in-progress', request: 'active' },
  COMPLETED: { task: 'completed', request: 'completed' },
  // The partner said it was done and the person says it was not: it is being cleared up.
  CONTESTED: { task: 'on-hold', request: 'on-hold' },
  // It may be booked again.
  NOT_ACCESSED: { task: 'failed', request: 'on-hold' },
  VERIFIED: { task: 'completed', request: 'completed' },
  CLOSED_UNSERVED: { task: 'failed', request: 'revoked' },
  DECLINED: { task: 'rejected', request: 'revoked' },
  CANCELLED: { task: 'cancelled', request: 'revoked' },
  CONSENT_WITHDRAWN: { task: 'cancelled', request: 'revoked' },
}

/** What a status of somebody else means here: asked of us, already over, or a thing that was never meant. */
export type Meaning = 'ASKED' | 'WAITING' | 'OVER' | 'MISTAKE' | 'UNSENT'
export const MEANS: Record<TaskStatus, Meaning> = {
  draft: 'UNSENT',
  requested: 'ASKED',
  received: 'ASKED',
  accepted: 'ASKED',
  ready: 'ASKED',
  'in-progress': 'ASKED',
  'on-hold': 'WAITING',
  rejected: 'OVER',
  cancelled: 'OVER',
  failed: 'OVER',
  completed: 'OVER',
  'entered-in-error': 'MISTAKE',
}

export const URGENCIES = ['EMERGENCY', 'URGENT', 'NORMAL'] as const
export type Urgency = (typeof URGENCIES)[number]
export const PRIORITY: Record<Urgency, RequestPriority> = {
  EMERGENCY: 'stat',
  URGENT: 'urgent',
  NORMAL: 'routine',
}
/** Nobody is asked later than they were asked for: "as soon as possible" is urgent. */
export const URGENCY: Record<RequestPriority, Urgency> = {
  stat: 'EMERGENCY',
  asap: 'URGENT',
  urgent: 'URGENT',
  routine: 'NORMAL',
}

/** Nothing that was refused, withdrawn or has run out is told as active. */
export const CONSENT: Record<ConsentStatus, ConsentCode> = {
  GIVEN: 'active',
  ASSENT: 'active',
  // Another ground than a yes: it carries, and its ground travels with it.
  NOT_POSSIBLE: 'active',
  REFUSED: 'rejected',
  WITHDRAWN: 'inactive',
  EXPIRED: 'inactive',
}
