import type { Role } from '@/lib/platform/access/roles'

/** `languages`: codes of what they speak; `capacity`: what they are on the case already, null if nothing. */
export type Colleague = {
  id: string
  name: string
  role: string
  languages: string[]
  capacity: string | null
}

/** Who of an office can be asked in: not who is already there. PURE. */
export const newcomers = (staff: readonly Colleague[], roles: readonly Role[]) =>
  staff.filter(({ capacity, role }) => capacity === null && roles.some((one) => one === role))
