import { heldByOther } from '@/lib/casework/tasks/waiting-item'
import type { Ctx } from '@/lib/platform/gate/verb'

/** Whether somebody else is at an alert; one of an emergency is triaged by whoever comes first. */
export const heldAlert = async (
  ctx: Ctx,
  { id, urgency }: { id: string; urgency: string },
): Promise<boolean> => urgency !== 'EMERGENCY' && (await heldByOther(ctx, id))
