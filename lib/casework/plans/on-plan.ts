import { overtakenCase } from '@/lib/casework/cases/overtaken'
import type { PersonInReach } from '@/lib/casework/cases/person-in-reach'
import { caseworkerRoles } from '@/lib/platform/access/roles'
import { nameOf } from '@/lib/platform/gate/overtaken'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { mayGoOn } from './policy'
import { type ActionRow, actionInReach } from './scope'

const about = ({ code = '' }: Params, found: PersonInReach | undefined) => ({
  type: 'case',
  id: code,
  caseId: found?.reach.record.id ?? null,
})

/** What the team's verbs on a plan share. */
export const onPlan = {
  session: 'staff',
  roles: caseworkerRoles,
  audit: about,
  overtaken: (ctx: Ctx, { reach }: PersonInReach, reason: string) => overtakenCase(ctx, reach.record, reason),
} as const

type OnAction = PersonInReach & { action: ActionRow }

/** What the verbs on one open action share: who was quicker says so, with how it stands now. */
export const onAction = {
  ...onPlan,
  scope: (ctx: Ctx, { code, id }: Params) => actionInReach(ctx, code, id),
  overtaken: async (ctx: Ctx, { reach, action }: OnAction, reason: string) =>
    reason === 'plan-action-over'
      ? {
          by: await nameOf(ctx.tx, action.endedBy),
          at: action.endedAt,
          now: action.state === 'DONE' ? ('plans.over.DONE' as const) : ('plans.over.SKIPPED' as const),
          links: [{ href: `/cases/${reach.record.code}/plan`, label: 'forms.overtaken-open' as const }],
        }
      : overtakenCase(ctx, reach.record, reason),
  version: ({ action }: OnAction) => action.version,
} as const

export const mayAct = mayGoOn
