import type { Role } from '@/lib/platform/access/roles'

/** Whose own matter a kind is: what a lawyer books at a court, everybody else reads as an appointment and nothing more. */
const OWN: Partial<Record<string, Role>> = { HEARING: 'LAWYER', CIVIL: 'LAWYER' }

/** Whether a booking is its discipline's own matter; everything else is the team's. PURE. */
export const isOwn = (kind: string, role: Role): boolean => OWN[kind] === role

/** At these somebody of ours meets the person; at the others only when one goes along. */
const OURS: readonly string[] = ['OFFICE', 'VISIT', 'REINTEGRATION']

/** Whether an appointment that was kept is a contact with the person. PURE. */
export const metThere = ({ kind, withId }: { kind: string | null; withId: string | null }): boolean =>
  withId !== null || (kind !== null && OURS.includes(kind))
