import { type CaseInReach, caseInReach } from '@/lib/casework/cases/scope'
import { caseRoles } from '@/lib/platform/access/roles'
import type { Ctx, Params } from '@/lib/platform/gate/verb'
import { overtakenTransfer, type TransferInReach, transferInReach } from './in-reach'

export type OwnOffer = TransferInReach & { reach: CaseInReach }

/** An offer with its case, for whoever may still open both. `lock`: the case. */
export async function ownOffer(
  ctx: Ctx,
  id: string | undefined,
  lock = false,
): Promise<OwnOffer | undefined> {
  const found = await transferInReach(ctx, id)
  const reach = found && (await caseInReach(ctx, found.row.code, lock))
  return found && reach && { ...found, reach }
}

/** An agency's yes or no is awaited, or its yes waits to be handed out. PURE. */
export const isPending = ({ state, kind }: Pick<TransferInReach['row'], 'state' | 'kind'>): boolean =>
  state === 'OFFERED' || (state === 'ACCEPTED' && kind === 'EXTERNAL')

/** What the acts of whoever offered share. */
export const onOwnOffer = {
  session: 'staff',
  roles: caseRoles,
  scope: (ctx: Ctx, { id }: Params) => ownOffer(ctx, id, true),
  overtaken: overtakenTransfer,
  version: ({ row }: OwnOffer) => row.version,
  audit: ({ id = '' }: Params, found: OwnOffer | undefined) => ({
    type: 'transfer',
    id,
    caseId: found?.row.caseId ?? null,
  }),
} as const
