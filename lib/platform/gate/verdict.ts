/** What a policy answers. PURE. `reason` is a code; its wording stands with the refusals. */
export type Verdict = { allowed: true } | { allowed: false; reason: string }
export const allowed: Verdict = { allowed: true }
export const denied = (reason: string): Verdict => ({ allowed: false, reason })
