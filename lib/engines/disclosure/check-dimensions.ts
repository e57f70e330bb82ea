import type { Code, Dimension, InputError } from './types'

const most = 200_000

/** Each hierarchy is a forest whose codes climb one level at a time; codes are unique in their dimension. */
export function checkDimensions(dimensions: readonly Dimension[]): InputError | null {
  const names = new Set(dimensions.map((dimension) => dimension.name))
  if (names.size < dimensions.length) return fault('dimensions', 'duplicate')
  for (const [d, dimension] of dimensions.entries()) {
    const found = checkDimension(dimension, `dimensions.${d}`)
    if (found) return found
  }
  const cells = dimensions.reduce(
    (n, { codes, levels }) => n * codes.filter((c) => c.level === levels[0]).length,
    1,
  )
  return cells > most ? fault('dimensions', 'too_many_cells') : null
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
  levels: string[],
  byCode: Map<string, Code>,
): { field: string; code: string } | null {
  const level = levels.indexOf(code.level)
  if (level < 0) return { field: 'level', code: 'unknown' }
  if (isInLoop(code, byCode)) return { field: 'parent', code: 'loop' }
  if (code.parent === null) return level === levels.length - 1 ? null : { field: 'parent', code: 'missing' }
  const parent = byCode.get(code.parent)
  if (!parent) return { field: 'parent', code: 'unknown_code' }
  return levels.indexOf(parent.level) === level + 1 ? null : { field: 'parent', code: 'not_next_level' }
}

function isInLoop(start: Code, byCode: Map<string, Code>): boolean {
  let steps = 0
  let at: Code | undefined = start
  while (at && at.parent !== null && steps <= 10) {
    at = byCode.get(at.parent)
    steps += 1
    if (at === start) return true
  }
  return steps > 10
}

const fault = (field: string, code: string): InputError => ({ outcome: 'INVALID', field, code })
