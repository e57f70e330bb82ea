import type { CodeOf } from '@/lib/base/codes/lists'
import type { TaskKind } from '@/lib/casework/tasks/kinds'

type Service = CodeOf<'service_type'>
export type CareKind = Extract<TaskKind, 'CARE_PEP' | 'CARE_EC' | 'CARE_INJURY'>

/** The very care each clinical clock waits for. Another service, however good, puts none of them out. */
export const CARE_BY = {
  CARE_PEP: ['MED_CMR'],
  CARE_EC: ['MED_CMR'],
  CARE_INJURY: ['MED_CMR', 'MED_CONS', 'MED_HOSP'],
} as const satisfies Record<CareKind, readonly Service[]>

/**
 * Where a partner has said yes, or has done it. A referral written, approved, sent or read promises nothing yet; one that
 * came back, was refused, cancelled, contested or not obtained promises nothing any more.
 */
export const TAKEN = ['ACCEPTED', 'IN_PROGRESS', 'COMPLETED', 'VERIFIED'] as const

/** Where it is asked for and nobody has said yes or no: it waits for a supervisor's word or for the partner's, or a question for ours. */
export const ASKED = ['PENDING_APPROVAL', 'APPROVED', 'SENT', 'ACKNOWLEDGED', 'INFO_REQUESTED'] as const

/** Of those taken, where the partner says that it was given. A yes alone holds no longer than the hour until which care helps. */
export const RECEIVED = ['COMPLETED', 'VERIFIED'] as const

/**
 * What was done for the person; a day is ISO. `referred`: a referral stands at `state`, sent at once
 * as an emergency or not; `tooLate`: its day is after the hour until which care helps, or that hour has passed.
 */
export type Done =
  | { by: 'help'; service: string }
  | { by: 'meeting'; on: string; asked: string }
  | {
      by: 'referred'
      service: string
      state: string
      emergency: boolean
      outcome?: string | null
      tooLate?: boolean
    }

const careBy = (service: string): CareKind[] =>
  (Object.keys(CARE_BY) as CareKind[]).filter((kind) =>
    (CARE_BY[kind] as readonly string[]).includes(service),
  )

/** Which work in time this meets, and whether it is a first action: the one rule of what stops these clocks. PURE. */
export function meets(done: Done): { tasks: TaskKind[]; firstAction: boolean } {
  if (done.by === 'help') return { tasks: careBy(done.service), firstAction: true }
  if (done.by === 'meeting') {
    // A meeting before anybody asked for help is no answer to it.
    const answers = done.on >= done.asked
    return { tasks: answers ? ['SEE_PERSON'] : [], firstAction: answers }
  }
  const taken = (TAKEN as readonly string[]).includes(done.state)
  const received = (RECEIVED as readonly string[]).includes(done.state)
  return {
    tasks: taken && (received || !done.tooLate) && done.outcome !== 'PARTLY' ? careBy(done.service) : [],
    firstAction: taken || done.emergency,
  }
}
