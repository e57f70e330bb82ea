import type { InputError, PlanRequest } from './plan-types'
import { floors } from './rules'

/** Thresholds are never below the floor of who is reached, nor lower outside than inside. */
export function checkRules({ rules }: PlanRequest): InputError | null {
  const { audiences, s4, sensitiveThreshold } = rules
  if (new Set(audiences.map(({ audience }) => audience)).size < audiences.length)
    return fault('audiences', 'duplicate')
  const low = audiences.findIndex(({ reach, threshold }) => threshold < floors[reach])
  if (low >= 0) return fault(`audiences.${low}.threshold`, 'below_floor')
  const outside = audiences.filter(({ reach }) => reach === 'OUTSIDE').map(({ threshold }) => threshold)
  const strict = audiences.findIndex(
    ({ reach, threshold }) => reach === 'INTERNAL' && threshold > Math.min(...outside),
  )
  if (strict >= 0) return fault(`audiences.${strict}.threshold`, 'stricter_than_outside')
  if (s4.threshold < floors.OUTSIDE) return fault('s4.threshold', 'below_floor')
  return sensitiveThreshold < floors.OUTSIDE ? fault('sensitiveThreshold', 'below_floor') : null
}

const fault = (field: string, code: string): InputError => ({
  outcome: 'INVALID',
  field: `rules.${field}`,
  code,
})
