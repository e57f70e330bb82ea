import { inReachedCase, placeOf } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'

/** Whose past exists for this actor: that of the cases in their reach. `alias`: what the statement calls `app.cases`. */
export const within = (actor: Actor, alias: string) => inReachedCase(actor, placeOf(alias, 'id'))
