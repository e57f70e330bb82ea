import { sql } from 'drizzle-orm'
import { type Priority, REFERRAL_RULES, type RuleTable } from '@/lib/engines/clocks/rules'
import type { ReferralClockKind } from '@/lib/engines/clocks/wiring'
import type { Tx } from '@/lib/platform/db/client'
import { DEFAULTS, type Setting, type SettingKey } from './defaults'

/** One line of the table by its name. */
export type SettingRow = Setting & { key: string }
const MINUTE = 60_000
let held: { until: number; rows: readonly SettingRow[] } | undefined

/** The table, read once a minute by each process: a changed setting holds everywhere within that minute. */
async function settingRows(tx: Tx): Promise<readonly SettingRow[]> {
  const now = performance.now()
  if (!held || held.until < now)
    held = {
      until: now + MINUTE,
      rows: await tx.execute<SettingRow>(sql`select key, value, unit from app.settings`),
    }
  return held.rows
}

/** What a setting says now, in its own unit. */
export async function settingNow(tx: Tx, key: SettingKey): Promise<number> {
  const row = (await settingRows(tx)).find((one) => one.key === key)
  return row?.value ?? DEFAULTS[key]?.value ?? 0
}

export type ReferralRules = RuleTable<Priority, ReferralClockKind>

/** The clocks' limits as the settings have them now; what else a rule says (pauses, warnings) is the engine's. */
export const referralRules = async (tx: Tx): Promise<ReferralRules> => rulesOf(await settingRows(tx))

/** The settings of the clocks as one JSON column, for a statement that reads what they limit. */
export const clockSettings = sql<
  SettingRow[]
>`(select coalesce(json_agg(json_build_object('key', s.key, 'value', s.value,
  'unit', s.unit)), '[]') from app.settings s where s.key like 'referral.%')`

/** Every limit of open work by its key, as one JSON column. */
export const limitSettings = sql<Partial<Record<string, Setting>>>`(select json_object_agg(s.key,
  json_build_object('value', s.value, 'unit', s.unit)) from app.settings s
  where s.key ~ '^(referral|see|harm|hold|closure|same|review|plan)[.]'
    or s.key in ('consent.renew', 'opening.answer', 'notice.call', 'grant.decide', 'grant.again', 'grant.follow'))`

/** The rules that these settings make. PURE. */
export function rulesOf(settings: readonly SettingRow[]): ReferralRules {
  const rows = new Map(settings.map((row) => [row.key, row]))
  const limited = Object.entries(REFERRAL_RULES).map(([priority, rules]) => [
    priority,
    Object.fromEntries(
      Object.entries(rules).map(([kind, rule]) => {
        const set = rows.get(`referral.${priority}.${kind}`)
        const unit = set?.unit === 'HOURS' || set?.unit === 'DAYS' ? set.unit : undefined
        return [kind, set && unit ? { ...rule, limit: set.value, unit } : rule]
      }),
    ),
  ])
  return Object.fromEntries(limited) as ReferralRules
}

/** A setting as a number of days inside a statement, so that a row and its limit are read together. */
export const settingDays = (key: SettingKey) =>
  sql<number>`(select extract(epoch from app.setting(${sql.raw(`'${key}'`)})) / 86400)::float8`

/** What all settings of one beginning say now, each in its own unit. */
export async function settingsNow(tx: Tx, beginning: string): Promise<Readonly<Record<string, number>>> {
  const set = new Map((await settingRows(tx)).map(({ key, value }) => [key, value]))
  const named = Object.entries(DEFAULTS).filter(([key]) => key.startsWith(beginning))
  return Object.fromEntries(named.map(([key, { value }]) => [key, set.get(key) ?? value]))
}
