import { inReachedCase } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { followUps } from '@/lib/platform/db/schema'

/** Which follow-ups exist for this actor: those of the cases in their reach. */
export const within = (actor: Actor) => inReachedCase(actor, followUps)
