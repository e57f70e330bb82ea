import { inReachedCase } from '@/lib/casework/staff/reach'
import type { Actor } from '@/lib/platform/access/actor'
import { assessments } from '@/lib/platform/db/schema'

/** That an assessment was made exists with its case; which of its answers open is the keys' to say. */
export const within = (actor: Actor) => inReachedCase(actor, assessments)
