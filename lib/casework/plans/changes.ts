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
