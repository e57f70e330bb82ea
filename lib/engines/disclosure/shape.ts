import type { Dimension } from './types'

/** A short fingerprint of the lists a table is cut by: another vintage of places is another table. */
export function shapeOf(dimensions: readonly Dimension[]): string {
  const text = JSON.stringify(
    dimensions.map(({ name, levels, codes }) => [
      name,
      levels,
      codes.map((c) => [c.code, c.level, c.parent]),
    ]),
  )
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0')
}
