import { and, eq, sql } from 'drizzle-orm'
import { within as alertWithin } from '@/lib/casework/alerts/within'
import { caseInReach } from '@/lib/casework/cases/scope'
import { within as caseWithin } from '@/lib/casework/cases/within'
import type { ReadCode } from '@/lib/casework/numbers/read-code'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { within as referralWithin } from '@/lib/casework/referrals/reach/within'
import { alerts, cases, referrals } from '@/lib/platform/db/schema'
import type { Reading } from '@/lib/platform/gate/read'

/**
 * What a case, a referral or an alert is opened by, from its code, inside this person's reach. Absent and out of sight are one
 * answer.
 */
export const findByCode = (reading: Reading, { kind, code }: ReadCode): Promise<Found | undefined> =>
  FIND[kind](reading, code)

export type Found = { href: string; caseId: string | null }
type Finder = (reading: Reading, code: string) => Promise<Found | undefined>

const FIND: Record<ReadCode['kind'], Finder> = {
  case: async (reading, code) => {
    const found = await caseInReach(reading, code)
    return found && { href: `/cases/${found.record.code}`, caseId: found.record.id }
  },
  referral: async ({ tx, actor }, code) => {
    // The code is the first 30 bits of the id: ids between its lowest and its highest begin so.
    const { from, to } = idsOf(code)
    const rows = await tx
      .select({ id: referrals.id, caseId: referrals.caseId })
      .from(referrals)
      .where(and(sql`${referrals.id} between ${from}::uuid and ${to}::uuid`, referralWithin(actor)))
      .limit(2)
    const [row, other] = rows.filter(({ id }) => referralCode(id) === code)
    return row && !other ? { href: `/referrals/${row.id}`, caseId: row.caseId } : undefined
  },
  // The person holds the alert's number: whoever works on their case is led to the case, who triages to the alert.
  alert: async ({ tx, actor }, code) => {
    const [row] = await tx
      .select({ id: alerts.id, caseId: alerts.caseId, case: cases.code })
      .from(alerts)
      .leftJoin(cases, and(eq(cases.id, alerts.caseId), caseWithin(actor)))
      .where(and(eq(alerts.code, code), alertWithin(actor)))
    if (!row || actor.role === 'SUPERVISOR') return row && { href: `/alerts/${row.id}`, caseId: null }
    return row.case ? { href: `/cases/${row.case}`, caseId: row.caseId } : undefined
  },
}

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The first and the last id whose referral code this is. PURE. */
export function idsOf(code: string): { from: string; to: string } {
  const bits = [...code.slice(2)].reduce((sum, symbol) => sum * 32 + SYMBOLS.indexOf(symbol), 0)
  const hex = (first: number) => first.toString(16).padStart(8, '0')
  return {
    from: `${hex(bits * 4)}-0000-0000-0000-000000000000`,
    to: `${hex(bits * 4 + 3)}-ffff-ffff-ffff-ffffffffffff`,
  }
}
