import { tally } from './cube'
import type { Cut } from './cut'
import { cubeOver } from './frozen'
import { versionsOf } from './ledger'
import type { Cell, NotShown, Planned, TableAsked } from './plan-types'
import { listOf, type Setting } from './setting'
import { cutsOf, standsFor } from './stands'
import { labelOf } from './tree'

type Asked = {
  table: TableAsked
  audience: string
  inside: ReadonlyMap<string, NotShown['reason']>
  waits: boolean
}

export const isMovedLater = (waiting: ReadonlySet<string>, { family }: TableAsked) => waiting.has(family)

/** One table as one audience gets it. */
export function show(setting: Setting, { table, audience, inside, waits }: Asked): Planned {
  const { records, request, trees } = setting
  const versions = versionsOf(records, table.table, request.period)
  const last = versions.at(-1)
  const named = { table: table.table, audience }
  if (!last) {
    const kind = request.families.find(({ family }) => family === table.family)?.kind
    const reason = inside.get(table.family) ?? 'TOO_FEW'
    return { ...named, state: kind === 'ADDITIVE' ? 'CARRIED' : 'WITHHELD', reason }
  }
  const stands = standsFor(last, audience)
  if (!stands) return { ...named, state: 'WITHHELD', reason: 'SUBJECT_TOO_SMALL' }
  const own = table.dimensions.flatMap((name) => trees.get(name) ?? [])
  const cuts = cutsOf(own, stands)
  const cells = cuts.flatMap((cut) => cellsOf(setting, { table, covers: last.covers, cut }))
  const isNew = last.version === request.ledger.version + 1
  return {
    ...named,
    state: isNew ? (last.corrects === null ? 'RELEASED' : 'CORRECTED') : 'UNCHANGED',
    version: versions.length,
    covers: last.covers,
    total: cells.reduce((sum, { value }) => sum + value, 0),
    cells,
    correctionWaits: waits,
  }
}

function cellsOf(
  setting: Setting,
  { table, covers, cut }: { table: TableAsked; covers: readonly string[]; cut: Cut },
): Cell[] {
  const cube = cubeOver(setting.records, table.table, covers)
  if (!cube) return []
  const labels = cut.map((groups, d) => {
    const list = listOf(setting, table.dimensions[d] ?? '')
    return groups.map(({ leaves }) => (list ? labelOf(list, leaves) : []))
  })
  let at: string[][][] = [[]]
  for (const groups of labels) at = at.flatMap((before) => groups.map((label) => [...before, label]))
  return tally(cube, cut).map((value, i) => ({ at: at[i] ?? [], value }))
}
