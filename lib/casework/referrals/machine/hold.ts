/** How long an approved referral waits before it leaves, so that an approval can be taken back. Seconds. */
export const holdSeconds = 120

/** When a referral leaves that was approved at this moment. PURE. */
export const leavesAt = (approvedAt: Date): Date => new Date(approvedAt.getTime() + holdSeconds * 1000)
