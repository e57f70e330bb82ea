/** Roles and what kind of person holds them. PURE. No role includes another: there is no hierarchy. */
export const roles = [
  'SOCIAL_WORKER',
  'PSYCHOLOGIST',
  'LAWYER',
  'SUPERVISOR',
  'DTM_ENUM',
  'IM',
  'DPO',
  'ADMIN',
  'PARTNER_FP',
  'DONOR_VIEW',
] as const
export type Role = (typeof roles)[number]

export const caseworkerRoles = ['SOCIAL_WORKER', 'PSYCHOLOGIST', 'LAWYER'] as const satisfies readonly Role[]
export type Discipline = (typeof caseworkerRoles)[number]

/** May open case pages at all; which cases is decided by scope. */
export const caseRoles: readonly Role[] = [...caseworkerRoles, 'SUPERVISOR']

/** Everybody of ours, whatever their role. */
export const staffRoles: readonly Role[] = roles.filter(
  (role) => role !== 'PARTNER_FP' && role !== 'DONOR_VIEW',
)

export const isCaseworker = (role: Role): role is Discipline =>
  (caseworkerRoles as readonly Role[]).includes(role)
