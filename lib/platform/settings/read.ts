import { sql } from 'drizzle-orm'
import { type Priority, REFERRAL_RULES, type RuleTable } from '@/lib/engines/clocks/rules'
import type { ReferralClockKind } from '@/lib/engines/clocks/wiring'
import type { Tx } from '@/lib/platform/db/client'
import type { Setting, SettingKey } from './defaults'

type Row = Setting & { key: string }
const MINUTE = 60_000
let held: { until: number; rows: readonly Row[] } | undefined

/** The table, read once a minute by each process: a changed setting holds everywhere within that minute. */
async function settingRows(tx: Tx): Promise<readonly Row[]> {
  const now = performance.now()
  if (!held || held.until < now)
    held = {
      until: now + MINUTE,
      rows: await tx.execute<Row>(sql`select key, value, unit from app.settings`),
    }
  return held.rows
}

/** The clocks' limits as the settings have them now; what else a rule says (pauses, warnings) is the engine's. */
export async function referralRules(tx: Tx): Promise<RuleTable<Priority, ReferralClockKind>> {
  const rows = new Map((await settingRows(tx)).map((row) => [row.key, row]))
  const limited = Object.entries(REFERRAL_RULES).map(([priority, rules]) => [
    priority,
    Object.fromEntries(
      Object.entries(rules).map(([kind, rule]) => {
        const set = rows.get(`referral.${priority}.${kind}`)
        return [kind, set ? { ...rule, limit: set.value, unit: set.unit } : rule]
      }),
    ),
  ])
  return Object.fromEntries(limited) as RuleTable<Priority, ReferralClockKind>
}

/** A setting as a number of days inside a statement, so that a row and its limit are read together. */
export const settingDays = (key: SettingKey) =>
  sql<number>`(select extract(epoch from app.setting(${sql.raw(`'${key}'`)})) / 86400)::float8`
