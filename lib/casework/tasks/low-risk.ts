import { sql } from 'drizzle-orm'

/** What makes a referral (`r`, its case `c`) one that several can go together with: listed so, and asked anew when it is let go. */
export const ofLowRisk = sql`(r.sensitivity = 'S3' and r.priority = 'NORMAL' and c.risk = 'LOW')`
