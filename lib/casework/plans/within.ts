import { inReachedCase, type Place } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'

/** Which rows of plans exist for this actor: those of the cases in their reach. */
export const within = (actor: Actor, rows: Place) => inReachedCase(actor, rows)
