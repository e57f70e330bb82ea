import type { ChildAnswer } from '@/lib/base/time/age-on'
import type { SettingKey } from '@/lib/platform/settings/defaults'

export type Asking = { risk: string | null; child: ChildAnswer }

/**
 * Whether a plan needs a supervisor's word (decision record 117): of high risk, of a child, and while nobody has rated it or
 * knows the age. Every other plan may be shown as well. PURE.
 */
export const needsApproval = ({ risk, child }: Asking): boolean =>
  risk === null || risk === 'HIGH' || child !== 'NO'

/** Which setting says until when the supervisor answers. PURE. */
export const approvalLimit = ({ risk, child }: Asking): SettingKey => {
  if (risk === null || risk === 'HIGH') return 'plan.approve.HIGH'
  return child === 'NO' ? 'plan.approve.OTHER' : 'plan.approve.CHILD'
}
