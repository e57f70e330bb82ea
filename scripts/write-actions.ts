import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ANSWERS } from '../lib/casework/referrals/machine/partner-policy'
import { type Role, roles } from '../lib/platform/access/roles'
import { type Named, namedIn, rolesIn } from './roles-in-source'

/** Writes the list of acts that the log takes, from the verbs and loaders themselves: `npx tsx scripts/write-actions.ts`. */

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FILE = join(ROOT, 'lib/platform/db/actions.json')
const NAMED = /\b(?:name|action): '([a-z-]+\.[a-z-]+)'/g

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path))

/** The other writes of a form stand with their own verb. */
const BESIDE = /\{ name: '[^']+', form: \w+ \}/g

type Act = { name: string; roles: readonly Role[] | undefined }
/** The acts named in a source, each with the roles that stand between its name and the next, or come along. PURE. */
function actsIn(source: string, named: Named): Act[] {
  const text = source.replace(BESIDE, '')
  const found = [...text.matchAll(NAMED)]
  const acts = found.map((match, index) => {
    const own = text.slice(match.index, found[index + 1]?.index)
    const before = text.slice(text.lastIndexOf('verb({', match.index), match.index)
    return { name: match[1] ?? '', roles: rolesIn(own, named, before) }
  })
  // A verb that logs its own act line by line has said once who may.
  return acts.filter(({ name, roles }) => roles || !acts.some((other) => other.name === name && other.roles))
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
  const named = namedIn(texts.map(({ text }) => text))
  for (const { path, text } of texts)
    for (const act of actsIn(text, named)) {
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
