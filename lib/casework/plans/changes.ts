import { sql } from 'drizzle-orm'
import { planChanges } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { TemplateChange } from './offered'

/** What the organisation changed of the templates. */
export const changesOf = ({ tx }: Pick<Ctx, 'tx'>): Promise<TemplateChange[]> =>
  tx
    .select({
      action: planChanges.action,
      off: planChanges.off,
      hours: planChanges.hours,
      days: planChanges.days,
    })
    .from(planChanges)

/** The same as one JSON column of another statement. */
export const changesJson = sql`(select coalesce(json_agg(json_build_object('action', h.action, 'off', h.off, 'hours', h.hours, 'days', h.days)), '[]')
  from app.plan_changes h)`
