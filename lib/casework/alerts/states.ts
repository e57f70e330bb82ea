/** An alert's life: it leaves NEW once, by triage. PURE. The database holds the same rule as a trigger. */
export const alertStates = ['NEW', 'CASE_OPENED', 'LINKED', 'NO_ACTION'] as const
export type AlertState = (typeof alertStates)[number]

/** All that whoever raised it knows of it afterwards: what became of it is the person's. */
export type OwnAlertState = 'NEW' | 'HANDLED'

/** Why an alert is closed without a case. */
export const noActionReasons = [
  'NOT_PROTECTION',
  'ALREADY_KNOWN',
  'NOT_FOUND',
  'DECLINED_HELP',
  'OTHER_AGENCY',
  'ENTERED_TWICE',
] as const
export type NoActionReason = (typeof noActionReasons)[number]

/** What an enumerator ticks from what can be seen, without asking. */
export const vulnerabilities = [
  'CHILD_ALONE',
  'PREGNANT_OR_NURSING',
  'OLDER_ALONE',
  'DISABILITY',
  'INJURED_OR_ILL',
  'VISIBLE_DISTRESS',
  'NO_SHELTER',
  'NONE',
] as const
