import { caseworkerRoles } from '@/lib/platform/access/roles'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { overtakenCase } from './overtaken'
import { type CaseInReach, caseInReach } from './scope'

/**
 * What the caseworkers' verbs on a case share: the row behind its code, locked, inside what exists for this actor; who was
 * quicker; what the event is about.
 */
export const onCase = {
  session: 'staff',
  roles: caseworkerRoles,
  scope: (ctx: Ctx, { code }: Params) => caseInReach(ctx, code, true),
  overtaken: (ctx: Ctx, { record }: CaseInReach, reason: string) => overtakenCase(ctx, record, reason),
  audit: ({ code = '' }: Params, found: CaseInReach | undefined) => ({
    type: 'case',
    id: code,
    caseId: found?.record.id ?? null,
  }),
} as const
