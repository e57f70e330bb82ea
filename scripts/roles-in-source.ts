import { directoryRoles } from '../lib/desks/directory/view-directory'
import { caseRoles, caseworkerRoles, type Role, roles, staffRoles } from '../lib/platform/access/roles'

/** Who may, as the source of a verb or a page says it. PURE. */

/** Roles by the name of a list, or of what several verbs share by spreading it. */
export type Named = ReadonlyMap<string, readonly Role[]>

const LISTS: readonly [string, readonly Role[]][] = Object.entries({
  caseworkerRoles,
  caseRoles,
  staffRoles,
  directoryRoles,
})
const SPREAD = /\.\.\.(\w+)/g
const LIST = /^(?:export )?const (\w+): readonly Role\[\] = (\[[^\].]*\])/gm
const SHARED = /^(?:export )?const (\w+) = (?:\([^)]*\) => \(?)?\{[\s\S]*?\}\)?(?: as const)?$/gm

const literal = (text: string): readonly Role[] | undefined => {
  const named = roles.filter((role) => text.includes(`'${role}'`))
  // A list that takes others in is not told by its names.
  return named.length > 0 && !text.includes('...') ? named : undefined
}

/** What stands after `roles:`, where this is a list or the name of one. */
function said(text: string, named: Named): readonly Role[] | undefined {
  const [, word = ''] = /\broles: (\[[^\]]*\]|\w+)/.exec(text) ?? []
  return named.get(word) ?? literal(word)
}

/** The roles that `own` says, else those that it or what stands before it brings along; what is spread last counts. */
export const rolesIn = (own: string, named: Named, before = ''): readonly Role[] | undefined =>
  said(own, named) ??
  [...(before + own).matchAll(SPREAD)].map(([, name = '']) => named.get(name)).findLast(Boolean)

/** Every list and everything shared in these sources. Read three times, as what is shared stands on what is shared. */
export function namedIn(texts: readonly string[]): Named {
  const named = new Map<string, readonly Role[]>(LISTS)
  const note = (name: string, found: readonly Role[] | undefined) => found && named.set(name, found)
  for (const text of texts)
    for (const [, name = '', list = ''] of text.matchAll(LIST)) note(name, literal(list))
  const blocks = texts.flatMap((text) => [...text.matchAll(SHARED)])
  for (let round = 0; round < 3; round += 1)
    for (const [block, name = ''] of blocks) note(name, rolesIn(block, named))
  return named
}
