import type { TaskKind } from './kinds'

/** How the person stands to what the task is about. */
export type TaskParty = 'team' | 'supervisor' | 'partner'

/**
 * `MOVE` this person just moved the referral by one of the verbs · `CONFIRM_…` an answer waits for that word ·
 * `HARM_HEARD`, `HARM_SETTLED`, `RATED_LOWER`, `RATED_AS_PROPOSED`, `RATED`, `DANGER_RAISED`, `CALLED` this person just wrote that
 * row · `ASSESSED` this person just saved a finished assessment of one of the instruments in `verbs` · `INCIDENT_TOLD` just wrote
 * down an act of violence · `PANEL_DECIDED` just said what a panel decided · `RATED_CARE` the same, its hours counted from what happened · `ASKED_AGAIN` no old answer is left without a newer one ·
 * `OTHER_REFERRAL` this person just began the next one · `CONSENT_ENDED` nothing carries the file any more · `LOOKED` it is
 * their turn · `HELPED` this person just wrote a help of one of the services listed in `verbs` · `MET` this person just wrote a
 * note · `TOLD` the person was told, or somebody of the team says that it is done.
 */
export type Cause =
  | 'MOVE'
  | 'CONFIRM_SUPERVISOR'
  | 'CONFIRM_COLLEAGUE'
  | 'HARM_HEARD'
  | 'HARM_SETTLED'
  | 'RATED_LOWER'
  | 'RATED_AS_PROPOSED'
  | 'RATED'
  | 'RATED_CARE'
  | 'ASSESSED'
  | 'INCIDENT_TOLD'
  | 'PANEL_DECIDED'
  | 'DANGER_RAISED'
  | 'CALLED'
  | 'ASKED_AGAIN'
  | 'OTHER_REFERRAL'
  | 'CONSENT_ENDED'
  | 'LOOKED'
  | 'HELPED'
  | 'MET'
  | 'TOLD'

export type TaskRule = {
  kind: TaskKind
  deed: 'OPEN' | 'DONE' | 'DROPPED'
  subject: 'case' | 'referral'
  by: readonly TaskParty[]
  cause: Cause
  verbs?: readonly string[]
  /** The only codes it may carry; without, none. `null`: the cause itself says which. */
  codes?: readonly string[] | null
  /** Hours within which it is due, from now or as the cause counts; without, it has no date. */
  within?: number
}
