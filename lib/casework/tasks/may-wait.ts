import type { Waiting } from './waiting'

/** Somebody was harmed, is in danger, or may die: read first, never put aside (`app.queue_item` says the same). */
const NEVER = ['HARM', 'SEE_DANGER', 'CONFIRM_VITAL']

export const neverWaits = (taskKind: string): boolean => NEVER.includes(taskKind)

/** Whether a supervisor may set this row aside: no harm, no danger, nothing of an emergency. PURE. */
export const mayWait = ({
  taskKind,
  kind,
  priority,
}: Pick<Waiting, 'taskKind' | 'kind' | 'priority'>): boolean =>
  !neverWaits(taskKind ?? '') && kind !== 'review' && priority !== 'EMERGENCY'
