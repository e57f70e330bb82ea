import type { Asked, Audience, Cell, Discloser, Output, Table } from './api'
import { finest } from './lists'

const audiences: readonly Audience[] = [
  { audience: 'PUBLIC', threshold: 10 },
  { audience: 'DONOR', threshold: 10 },
  { audience: 'INTERNAL', threshold: 5 },
]

/**
 * A discloser as many are built: every table by itself, small neighbours merged until they are large enough. It looks
 * at no other table, family, audience or version, so whoever subtracts can read it. It proves that the attacker bites.
 */
export const naive: Discloser<null> = {
  audiences,
  begin: null,
  ask: (memory, asked) => ({
    memory,
    outputs: asked.tables.flatMap((table) =>
      audiences
        .filter(({ audience }) => table.audiences.includes(audience))
        .map((audience) => show(asked, table, audience)),
    ),
  }),
}

function show(asked: Asked, table: Table, { audience, threshold }: Audience): Output {
  const kept = asked.dimensions.find(({ name }) => name === table.keeps)
  const place = asked.dimensions.find(({ name }) => name === table.dimensions[0])
  if (!kept || !place) throw new Error(`${table.table} names a list that is not there`)
  const count = (at: string[], codes: string[]) =>
    table.counts
      .filter((c) => at.includes(c.at[0] ?? '') && codes.includes(c.at[1] ?? ''))
      .reduce((n, c) => n + c.count, 0)
  const total = count(finest(place), finest(kept))
  const shared = { table: table.table, audience, covers: [asked.period] }
  if (total < threshold) return { ...shared, outcome: 'WITHHELD', cells: [] }
  const merged = merge(finest(place), (at) => count(at, finest(kept)), threshold)
  const cells: Cell[] = merged.flatMap((at) =>
    merge(finest(kept), (codes) => count(at, codes), threshold).map((codes) => ({
      at: [at, codes],
      value: count(at, codes),
    })),
  )
  return { ...shared, outcome: 'RELEASED', cells }
}

/** Neighbours together until each group is large enough; the rest joins the last group. */
function merge(codes: readonly string[], count: (group: string[]) => number, threshold: number): string[][] {
  const groups: string[][] = []
  let open: string[] = []
  for (const code of codes) {
    open = [...open, code]
    if (count(open) < threshold) continue
    groups.push(open)
    open = []
  }
  const last = groups.pop() ?? []
  return [...groups, [...last, ...open]]
}
