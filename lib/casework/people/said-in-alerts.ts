import type { vulnerabilities } from '@/lib/casework/alerts/states'

type Vulnerability = (typeof vulnerabilities)[number]

/** Needs that what an agent saw lets one think of. What it was is asked of the person: these are shown, never ticked. */
const NEEDS: Readonly<Record<Vulnerability, readonly string[]>> = {
  CHILD_ALONE: ['SC-UC', 'SC-SC'],
  PREGNANT_OR_NURSING: ['SM-DP', 'WR-LC'],
  OLDER_ALONE: ['ER-NF'],
  DISABILITY: ['DS-PM', 'DS-PS'],
  INJURED_OR_ILL: ['SM-CC', 'SM-CI', 'SM-OT'],
  VISIBLE_DISTRESS: ['SM-MI'],
  NO_SHELTER: [],
  NONE: [],
}

/** The needs to be asked about first, after all alerts of a file, each once. PURE. */
export function saidInAlerts(alerts: readonly { vulnerabilities: readonly string[] }[]): string[] {
  const seen = new Set(alerts.flatMap(({ vulnerabilities }) => vulnerabilities))
  return Object.entries(NEEDS).flatMap(([vulnerability, needs]) => (seen.has(vulnerability) ? needs : []))
}
