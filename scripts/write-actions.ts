import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ANSWERS } from '../lib/casework/referrals/machine/partner-policy'
import { directoryRoles } from '../lib/desks/directory/view-directory'
import { caseRoles, caseworkerRoles, type Role, roles, staffRoles } from '../lib/platform/access/roles'

/** Writes the list of acts that the log takes, from the verbs and loaders themselves: `npx tsx scripts/write-actions.ts`. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FILE = join(ROOT, 'lib/platform/db/actions.json')
const NAMED = /\b(?:name|action): '([a-z-]+\.[a-z-]+)'/g

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path))

/** Lists of roles by the name they have in the code; an act whose roles are said otherwise is anybody's in the list. */
const LISTS: Readonly<Record<string, readonly Role[]>> = {
  caseworkerRoles,
  caseRoles,
  staffRoles,
  directoryRoles,
}
/** The other writes of a form stand with their own verb. */
const BESIDE = /\{ name: '[^']+', form: \w+ \}/g

type Act = { name: string; roles: readonly Role[] | undefined }
/** What several verbs share by spreading it, with the roles that it brings along. */
type Shared = ReadonlyMap<string, readonly Role[]>

const SPREAD = /\.\.\.(\w+)/g
const SHARED = /^(?:export )?const (\w+) = (?:\([^)]*\) => \(?)?\{[\s\S]*?\}\)?$/gm

/** The roles that some text brings along by spreading; what is spread last counts. PURE. */
const spreadRoles = (text: string, shared: Shared): readonly Role[] | undefined =>
  [...text.matchAll(SPREAD)].map(([, name = '']) => shared.get(name)).findLast(Boolean)

/** Read three times, as what is shared stands on what is shared. PURE. */
function sharedIn(texts: readonly string[]): Shared {
  const blocks = texts.flatMap((text) => [...text.matchAll(SHARED)])
  const shared = new Map<string, readonly Role[]>()
  for (let round = 0; round < 3; round += 1)
    for (const [block, name = ''] of blocks) {
      const roles = rolesIn(block) ?? spreadRoles(block, shared)
      if (roles) shared.set(name, roles)
    }
  return shared
}

/** The acts named in a source, each with the roles that stand between its name and the next, or come along. PURE. */
function actsIn(source: string, shared: Shared): Act[] {
  const text = source.replace(BESIDE, '')
  const found = [...text.matchAll(NAMED)]
  return found.map((match, index) => {
    const own = text.slice(match.index, found[index + 1]?.index)
    const before = text.slice(text.lastIndexOf('verb({', match.index), match.index)
    return { name: match[1] ?? '', roles: rolesIn(own) ?? spreadRoles(before, shared) }
  })
}

function rolesIn(text: string): readonly Role[] | undefined {
  const [, said = ''] = /\broles: (\[[^\]]*\]|\w+)/.exec(text) ?? []
  const named = roles.filter((role) => said.includes(`'${role}'`))
  return LISTS[said] ?? (named.length > 0 ? named : undefined)
}

/** Whoever may do it by one of its verbs or pages; `null` where one of them does not say so in its own lines. */
function whoeverMay(acts: readonly Act[]): Role[] | null {
  if (acts.length === 0 || acts.some((act) => act.roles === undefined)) return null
  return roles.filter((role) => acts.some((act) => act.roles?.includes(role)))
}

/**
 * Each act by name; `writes` = a verb of the casework: it changes something whenever it is done. A page that shows its
 * form is logged under the same name as `shown`. `roles` = who does or sees it.
 */
export function actionsInCode(): Record<string, { writes: boolean; roles: Role[] | null }> {
  // Pages of the partner's answers are named after the answer.
  const answers = ANSWERS.map((answer): Act => ({ name: `inbox.${answer}`, roles: ['PARTNER_FP'] }))
  const acts = new Map<string, Act[]>(answers.map((answer) => [answer.name, [answer]]))
  const verbs = new Set<string>()
  const texts = ['lib/casework', 'lib/desks', 'lib/platform', 'app']
    .flatMap(sources)
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
  const shared = sharedIn(texts.map(({ text }) => text))
  for (const { path, text } of texts)
    for (const act of actsIn(text, shared)) {
      acts.set(act.name, [...(acts.get(act.name) ?? []), act])
      if (path.startsWith('lib/casework/')) verbs.add(act.name)
    }
  return Object.fromEntries(
    [...acts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, its]) => [name, { writes: verbs.has(name), roles: whoeverMay(its) }]),
  )
}

export const actionsFile = (): string => `${JSON.stringify(actionsInCode(), null, 2)}\n`

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, actionsFile())
