import { inReachedCase } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { appointments } from '@/lib/platform/db/schema'

/** Which appointments exist for this actor: those of the cases in their reach. What they are may still be another discipline's. */
export const within = (actor: Actor) => inReachedCase(actor, appointments)
