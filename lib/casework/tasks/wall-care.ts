import { CARE_HOURS, careKinds, type TaskKind } from './kinds'
import type { TaskRule } from './rule'

const DAY = 24

const isTimedCare = (kind: TaskKind): kind is keyof typeof CARE_HOURS => Object.hasOwn(CARE_HOURS, kind)

/** What each of them is met by, as `cases/meets` says; a test compares the two. */
const MET_BY: Partial<Record<TaskKind, Pick<TaskRule, 'cause' | 'verbs' | 'codes'>>> = {
  CARE_PEP: { cause: 'HELPED', verbs: ['MED_CMR'], codes: ['SERVICE'] },
  CARE_EC: { cause: 'HELPED', verbs: ['MED_CMR'], codes: ['SERVICE'] },
  CARE_INJURY: { cause: 'HELPED', verbs: ['MED_CMR', 'MED_CONS', 'MED_HOSP'], codes: ['SERVICE'] },
  SEE_PERSON: { cause: 'MET', codes: ['MET'] },
}

/** Care in time: opened by a rating, done by its own service, a meeting, or the team's word. */
export const care: readonly TaskRule[] = careKinds.flatMap((kind): TaskRule[] => {
  const done = { kind, deed: 'DONE', subject: 'case', by: ['team'] } as const
  const met = MET_BY[kind]
  return [
    {
      kind,
      deed: 'OPEN',
      subject: 'case',
      by: ['team'],
      ...(isTimedCare(kind)
        ? { cause: 'RATED_CARE', within: CARE_HOURS[kind] }
        : { cause: 'RATED', within: DAY }),
    },
    { ...done, cause: 'TOLD', codes: ['SAID_DONE'] },
    ...(met ? [{ ...done, ...met }] : []),
  ]
})
