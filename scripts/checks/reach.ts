import { parseSync } from 'oxc-parser'
import { type Check, isTest, type Source } from './sources'

type Node = { type: string; start: number; end: number } & Record<string, unknown>
type Seen = { node: Node; parents: readonly Node[] }

/** What exists for one person and not for another, as the code and as SQL call it. */
const GUARDED =
  'cases referrals alerts consents tasks notes assistance assessments people harmReports pseaReports danger_flags followUps caseReviews appointments returnPaths returnSteps returnGrants grantDeliveries deliveryReceipts grantVisits'.split(
    ' ',
  )
const inSql = GUARDED.map((name) => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`))

/** Asks who may see it: a noun's `within`, or what those rest on. */
const ASKS = /\b(within|\w+Within|inReachedCase|onOwnCase)\(/

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

function* walk(node: Node, parents: readonly Node[] = []): Generator<Seen> {
  yield { node, parents }
  for (const value of Object.values(node))
    for (const child of [value].flat()) if (isNode(child)) yield* walk(child, [node, ...parents])
}

/** The whole chain of calls that a `.from(…)` stands in. */
function chainOf({ node, parents }: Seen): Node {
  const next = parents.find((parent) => !['MemberExpression', 'CallExpression'].includes(parent.type))
  const inside = parents.slice(0, next ? parents.indexOf(next) : undefined)
  let whole = node
  for (const parent of inside) {
    if (parent.object !== whole && parent.callee !== whole) break
    whole = parent
  }
  return whole
}

/** The chain's text, with what its conditions are called replaced by what they say. */
function spelledOut(text: string, chain: string): string {
  const names = [...chain.matchAll(/\.where\((\w+)\)/g)].map(([, name]) => name)
  const said = names.map(
    (name) => new RegExp(`const ${name} =([^\n]*(?:\n    [^\n]*)*)`).exec(text)?.[1] ?? '',
  )
  return [chain, ...said].join('\n')
}

const byName = (name: string) => new RegExp(`(eq|inArray)\\(${name}\\.(id|code),`)

function problemsOf({ path, text }: Source): string[] {
  const nodes = [...walk(parseSync(path, text).program as unknown as Node)]
  const line = ({ start }: Node) => text.slice(0, start).split('\n').length
  return nodes.flatMap((seen) => {
    const { node } = seen
    const source = text.slice(node.start, node.end)
    const table = node.type === 'CallExpression' && /\.from\((\w+)\)$/.exec(source)?.[1]
    if (table && GUARDED.includes(table)) {
      const chain = chainOf(seen)
      const whole = spelledOut(text, text.slice(chain.start, chain.end))
      if (!byName(table).test(whole) || ASKS.test(whole)) return []
      return [`${path}:${line(node)}: loads ${table} by id or code alone; ask their within`]
    }
    if (node.type !== 'TaggedTemplateExpression' || !source.startsWith('sql')) return []
    const found = inSql.find((name) =>
      new RegExp(
        `^sql\`\\s*select\\b[\\s\\S]*\\bfrom app\\.${name}( (?!where)\\w+)?\\s+where (\\w+\\.)?(id|code) = \\$\\{`,
      ).test(source),
    )
    return found && !ASKS.test(source)
      ? [`${path}:${line(node)}: loads app.${found} by id or code alone; ask their within`]
      : []
  })
}

/**
 * Whatever is loaded by what somebody sent, an id or a code, is loaded within what exists for them. Rows that hang on one
 * that was reached (by `case_id`, `referral_id`) are not looked at here, nor a condition that another file builds: those
 * the second wall and the enumerations of every read and every write hold.
 */
export const reachChecks: Check[] = [
  {
    name: 'Nothing is loaded by id or code alone',
    run: (sources) =>
      sources
        .filter((source) => /^lib\/(casework|desks)\/.*\.ts$/.test(source.path) && !isTest(source))
        .flatMap(problemsOf),
  },
]
