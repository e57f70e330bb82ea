import type { File, Model } from './files'
import type { Name } from './people'
import { onTeam } from './rules'

/** A file that points at another follows it: what holds of the known one holds of it. */
type Stood = { on: Set<Name>; office: string; restricted: boolean }

const everybody = ({ lead, members, named }: File): Set<Name> => new Set([lead, ...members, ...named])

/** How every file stands before a deed. */
export const standing = ({ files }: Model): Map<string, Stood> =>
  new Map(
    [...files].map(([id, file]) => {
      const { office, restricted } = file
      return [id, { on: everybody(file), office, restricted }]
    }),
  )

/** Whoever works on the known file reads the other one; nobody unnamed reads a restricted one. */
export function lend(from: File, known: File): void {
  if (from.restricted && !known.restricted) return
  for (const name of [known.lead, ...known.members]) {
    if (onTeam(name, from)) continue
    from.members.add(name)
    from.lent.add(name)
  }
  if (from.restricted) for (const name of known.named) from.named.add(name)
}

/** Restricted with the known one, under the same names. */
export function closeWith(from: File, known: File, by: Name): void {
  from.restricted = true
  from.restriction = { by, opened: false, from: known.id }
  for (const name of known.named) from.named.add(name)
}

function takeOff(from: File, known: File, gone: Iterable<Name>): void {
  for (const name of gone) {
    if (everybody(known).has(name)) continue
    from.members.delete(name)
    if (!from.restricted || known.restricted) from.named.delete(name)
    from.lent.delete(name)
    if (from.lead === name) {
      from.lead = known.lead
      from.members.delete(known.lead)
    }
  }
}

/** After a deed by somebody: what changed on a known file changes on those that point at it. */
export function followKnown(model: Model, before: ReadonlyMap<string, Stood>, by: Name): void {
  for (const from of model.files.values()) {
    const known = from.into === null ? undefined : model.files.get(from.into)
    const stood = known && before.get(known.id)
    // Of a merge of this very moment the deed itself says what it does.
    if (!known || !stood || !before.has(from.id)) continue
    const now = everybody(known)
    takeOff(
      from,
      known,
      [...stood.on].filter((name) => !now.has(name)),
    )
    const moved = known.office !== stood.office
    if (known.restricted && !stood.restricted && !from.restricted) closeWith(from, known, by)
    else if (!known.restricted && stood.restricted) openWith(from, known)
    if (moved) from.office = known.office
    if (moved || (known.restricted && !stood.restricted)) takeOff(from, known, everybody(from))
    lend(from, known)
  }
}

/** What was closed with the known one is open with it. */
export function openWith(from: File, known: File): void {
  if (from.restriction?.from !== known.id) return
  from.restricted = false
  from.restriction = null
  from.named.clear()
}
