import type { Joinable } from './join'
import type { Measured } from './measure'
import type { Row } from './report'
import { type NameGroup, nameGroup } from './strata'

const groups: readonly NameGroup[] = ['child of (Ag, Walet)', 'child of (Ould, Mint)', 'other family names']
/** No group may be warned about falsely more than so many times another. */
const most = 1.5

/** False warnings for 1,000 people of each name group: whoever is registered, and whoever the warning is about. */
export function perNameGroup({ corpus }: Joinable, { falseWarnings }: Measured): Row[] {
  const warned = new Map<NameGroup, number>()
  for (const pair of [...falseWarnings.values()].flat(2)) {
    const group = nameGroup(corpus.records[pair] ?? {})
    warned.set(group, (warned.get(group) ?? 0) + 1)
  }
  const rates = groups.map((group) => {
    const people = corpus.records.filter((record) => nameGroup(record) === group).length
    return { group, people, rate: (1000 * (warned.get(group) ?? 0)) / Math.max(1, people) }
  })
  const values = rates.map(({ rate }) => rate)
  const times = Math.max(...values) / Math.max(1e-9, Math.min(...values))
  return [
    ...rates.map(
      ({ group, people, rate }): Row => [
        `false warnings for 1,000, ${group}`,
        rate.toFixed(1),
        '–',
        `of ${people}`,
      ],
    ),
    ['most warned group against least', times.toFixed(2), `≤ ${most}`, times <= most ? 'held' : 'NOT HELD'],
  ]
}
