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

export const isCaseworker = (role: Role): role is Discipline =>
  (caseworkerRoles as readonly Role[]).includes(role)
