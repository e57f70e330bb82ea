/** Lists of alerts come in pages of this size; how many there are is counted before. */
export const alertPageSize = 25
export type AlertCursor = { at: string; id: string }
export type Asked = { after?: AlertCursor | undefined; size?: number }

type Cut = { id: string; at: string; total: number }

/** One row more than the page holds was asked for: it says that there is a next one. PURE. */
export function paged<R extends Cut>(found: R[], size: number) {
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  const next = found.length > size && last ? { at: last.at, id: last.id } : undefined
  return { rows, total: found[0]?.total ?? 0, next }
}
