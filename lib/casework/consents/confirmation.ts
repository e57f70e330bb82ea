import { hoursAfter } from '@/lib/base/time/days'
import type { Confirm } from './rule-book'

/**
 * Whether an answer that needs a second person has been confirmed by them, themselves. PURE.
 *   confirmationOf(confirm, recorded, given, now) → ConfirmationState
 *   mayShare(confirm, state, emergency)           whether something may leave in that state
 * Refused: recall what left. Late: the supervisor's queue, and nothing further is shared (ruling 8).
 */
export type ConfirmationState = 'NOT_NEEDED' | 'WAITING' | 'LATE' | 'CONFIRMED' | 'REFUSED' | 'NOT_THEIRS'

/** What the second person said. `role` is their staff role at that moment. */
export type Confirmation = { by: string; role: string; says: 'YES' | 'NO' }
export type Recorded = { by: string; at: Date }

const CASEWORK_ROLES = ['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER', 'SUPERVISOR']
/** Hours within which somebody else confirms; for best interests nothing leaves before. */
export const CONFIRM_HOURS = 24

/** Nobody confirms what they recorded; best interests take a supervisor, vital interest a casework colleague. */
export const mayConfirm = (confirm: Confirm, recorded: Recorded, { by, role }: Omit<Confirmation, 'says'>) =>
  by !== recorded.by && (confirm.by === 'SUPERVISOR' ? role === 'SUPERVISOR' : CASEWORK_ROLES.includes(role))

export const confirmBy = (confirm: Confirm, { at }: Recorded): Date | null =>
  confirm.when === 'WITHIN_24_H' ? hoursAfter(at, CONFIRM_HOURS) : null

export function confirmationOf(
  confirm: Confirm | null,
  recorded: Recorded,
  given: Confirmation | null,
  now: Date,
): ConfirmationState {
  if (confirm === null) return 'NOT_NEEDED'
  if (given !== null) {
    if (!mayConfirm(confirm, recorded, given)) return 'NOT_THEIRS'
    return given.says === 'YES' ? 'CONFIRMED' : 'REFUSED'
  }
  const due = confirmBy(confirm, recorded)
  return due !== null && now >= due ? 'LATE' : 'WAITING'
}

/** Only danger to life may leave before it is confirmed, as an emergency, and only within the time. */
export function mayShare(confirm: Confirm | null, state: ConfirmationState, emergency: boolean): boolean {
  if (state === 'NOT_NEEDED' || state === 'CONFIRMED') return true
  return state === 'WAITING' && emergency && confirm?.when === 'WITHIN_24_H'
}
