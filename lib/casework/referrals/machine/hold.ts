/** How long an approved referral waits before it leaves, so that an approval can be taken back. Seconds. */
export const holdSeconds = 120
