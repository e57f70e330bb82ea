import type { CodeOf } from '@/lib/base/codes/lists'
import type { Role } from '@/lib/platform/access/roles'

type AppointmentKind = CodeOf<'appointment_kind'>

/** Whose own matter a kind is: what a lawyer books at a court, everybody else reads as an appointment and nothing more. */
const OWN: Partial<Record<string, Role>> = { HEARING: 'LAWYER', CIVIL: 'LAWYER' }

/** The compartment that a booking is sealed in: the discipline's own matter for itself, everything else for the team. PURE. */
export const readersOf = (kind: string, role: Role): 'TEAM' | 'LAWYER' =>
  OWN[kind] === 'LAWYER' && role === 'LAWYER' ? 'LAWYER' : 'TEAM'

/** At these somebody of ours meets the person; at the others only when one goes along. */
const OURS: readonly string[] = ['OFFICE', 'VISIT', 'REINTEGRATION']

/** Whether an appointment that was kept is a contact with the person. PURE. */
export const metThere = ({ kind, withId }: { kind: string | null; withId: string | null }): boolean =>
  withId !== null || (kind !== null && OURS.includes(kind))
