/** What somebody is beside their role: whom to call for what. A function never widens what a role reads of cases. PURE. */
export const staffFunctions = [
  'PSEA_FOCAL_POINT',
  'PSEA_DEPUTY',
  'RESTRICTED_DEPUTY',
  'SECOND_APPROVER',
  'SECURITY_FOCAL_POINT',
  'MEDICAL_FOCAL_POINT',
] as const
export type StaffFunction = (typeof staffFunctions)[number]
