import { codes, isCode } from '@/lib/base/codes/codes'
import type { CodeOf } from '@/lib/base/codes/lists'
import table from './closure-rules.json'

/**
 * How a case ends (`closure-rules.json`): which reasons the team may give, what each has to have been checked, what is
 * said to the person, what may be left with a reason. PURE. Checked once at load.
 */
export type BlockerKind = CodeOf<'closure_blocker'>
type Reason = {
  code: CodeOf<'closure_reason'>
  offered: boolean
  child_only?: boolean
  evidence: readonly string[]
  told: { fr: string; en: string; ar: string }
  retention?: string
}
type BlockerRule = { id: BlockerKind; leave_with_reason: boolean; except?: readonly string[] }

const { reasons, blockers } = table as unknown as { reasons: Reason[]; blockers: BlockerRule[] }
for (const { code, evidence } of reasons)
  for (const one of evidence)
    if (!isCode('closure_reason', code) || !isCode('closure_evidence', one))
      throw new Error(`closure-rules.json: ${code} asks for ${one}, which no list knows`)

/** Reasons the team may give; the others follow from something else. */
export const ASKED_REASONS: readonly Reason[] = reasons.filter(({ offered }) => offered)

export const reasonsFor = (child: boolean): readonly Reason[] =>
  ASKED_REASONS.filter(({ child_only }) => child || !child_only)

export const closureReason = (code: string): Reason | undefined => reasons.find((one) => one.code === code)

/** Read by whoever decides, not by whoever asks. */
const BY_SUPERVISOR = 'SUPERVISOR_SAW_RISK'

/** What has to have been done before the team asks for this reason. */
export const evidenceOf = (code: string): string[] =>
  (closureReason(code)?.evidence ?? []).filter((one) => one !== BY_SUPERVISOR)

export const asksRisk = (code: string): boolean =>
  closureReason(code)?.evidence.includes(BY_SUPERVISOR) ?? false

export const CHECKLIST = codes('closure_checklist').map(({ code }) => code)

/** Whether this may be left with a reason, whatever it is about. */
export const mayBeLeft = (kind: BlockerKind): boolean =>
  blockers.find(({ id }) => id === kind)?.leave_with_reason ?? false

/** Whether it holds back a closing for this reason at all. */
export const holdsBack = (kind: BlockerKind, reason: string | null): boolean =>
  !blockers.find(({ id }) => id === kind)?.except?.includes(reason ?? '')
