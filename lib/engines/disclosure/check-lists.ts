import type { Code, Dimension, InputError, PlanRequest } from './plan-types'

/** Each list is a forest whose codes climb one level at a time; what it is about is known, and told by one list only. */
export function checkLists({ dimensions, rules }: PlanRequest): InputError | null {
  const names = new Set(dimensions.map(({ name }) => name))
  if (names.size < dimensions.length) return fault('dimensions', 'duplicate')
  const about = new Set<string>()
  for (const [d, dimension] of dimensions.entries()) {
    if (!rules.subjects.includes(dimension.about)) return fault(`dimensions.${d}.about`, 'unknown')
    if (about.has(dimension.about)) return fault(`dimensions.${d}.about`, 'told_by_two_lists')
    about.add(dimension.about)
    const found = checkDimension(dimension, `dimensions.${d}`)
    if (found) return found
  }
  return null
}

function checkDimension({ levels, codes }: Dimension, field: string): InputError | null {
  if (new Set(levels).size < levels.length) return fault(`${field}.levels`, 'duplicate')
  const byCode = new Map(codes.map((code) => [code.code, code]))
  if (byCode.size < codes.length) return fault(`${field}.codes`, 'duplicate')
  for (const [i, code] of codes.entries()) {
    const wrong = checkCode(code, levels, byCode)
    if (wrong) return fault(`${field}.codes.${i}.${wrong.field}`, wrong.code)
  }
  return codes.some((code) => code.level === levels[0]) ? null : fault(`${field}.codes`, 'finest_level_empty')
}

function checkCode(
  code: Code,
  levels: readonly string[],
  byCode: ReadonlyMap<string, Code>,
): { field: string; code: string } | null {
  const level = levels.indexOf(code.level)
  if (level < 0) return { field: 'level', code: 'unknown' }
  if (code.parent === null) return level === levels.length - 1 ? null : { field: 'parent', code: 'missing' }
  const parent = byCode.get(code.parent)
  if (!parent) return { field: 'parent', code: 'unknown_code' }
  return levels.indexOf(parent.level) === level + 1 ? null : { field: 'parent', code: 'not_next_level' }
}

const fault = (field: string, code: string): InputError => ({ outcome: 'INVALID', field, code })
