import type { ChildAnswer } from '@/lib/base/time/age-on'
import type { SettingKey } from '@/lib/platform/settings/defaults'

export type Asking = { risk: string | null; child: ChildAnswer }
/** The settings `plan.asks.*` by their keys: 1 where such a plan needs a supervisor's word. */
export type ApprovalSettings = Readonly<Partial<Record<string, number>>>

/** Why a plan may need a supervisor's word: its risk, or whose it is. */
const reasons = ['HIGH', 'UNRATED', 'CHILD', 'AGE_UNKNOWN', 'MEDIUM', 'LOW', 'NONE'] as const
export type ApprovalReason = (typeof reasons)[number]

function applies(reason: ApprovalReason, { risk, child }: Asking): boolean {
  if (reason === 'CHILD') return child === 'YES' || child === 'MAYBE'
  if (reason === 'AGE_UNKNOWN') return child === 'UNKNOWN'
  return reason === (risk ?? 'UNRATED')
}

/**
 * Why this plan needs a supervisor's word as the settings stand (decision records 117 and 133), the weightiest reason first; nothing
 * where it needs none. Every other plan may be shown as well. PURE.
 */
export const approvalReason = (asking: Asking, settings: ApprovalSettings): ApprovalReason | undefined =>
  reasons.find((reason) => settings[`plan.asks.${reason}`] === 1 && applies(reason, asking))

/** Which setting says until when the supervisor answers. PURE. */
export const approvalLimit = ({ risk, child }: Asking): SettingKey => {
  if (risk === null || risk === 'HIGH') return 'plan.approve.HIGH'
  return child === 'NO' ? 'plan.approve.OTHER' : 'plan.approve.CHILD'
}
