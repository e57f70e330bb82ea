import type { Blocker } from '@/lib/casework/endings/blockers'
import { actionPlace } from '@/lib/casework/plans/words'
import { type CaseHead, openText } from './head'

/** What holds a closing back, with the words of an action that was written by hand opened for whoever may read the plan. */
export const namedBlockers = (head: CaseHead, blockers: readonly Blocker[]): Blocker[] =>
  blockers.map((one) => {
    const { action } = one
    if (!action?.words) return one
    const text = openText(head, action.keyId, actionPlace(action.id), action.words) ?? ''
    return { ...one, action: { ...action, text } }
  })
