import { circles } from './circles'
import { codeGraph, type Edge, neighbours } from './imports'
import type { Check, Source } from './sources'

const isTestPath = (path: string) => /\.test\.tsx?$|^lib\/testing\/|^e2e\//.test(path)
const sentence = ({ from, to }: Edge, reason: string) => `${from} imports ${to}: ${reason}`

function offending(sources: Source[], breaks: (edge: Edge) => string | undefined) {
  return codeGraph(sources).flatMap((edge) => {
    const reason = isTestPath(edge.from) ? undefined : breaks(edge)
    return reason ? [sentence(edge, reason)] : []
  })
}

/** The design system receives words and values as props, so that it can be looked at without the product. */
const designSystem: Check = {
  name: 'The design system knows nothing of the domain',
  run: (sources) =>
    offending(sources, ({ from, to, internal }) => {
      if (!from.startsWith('app/_ui/') || !internal || to.startsWith('app/_ui/')) return undefined
      return 'app/_ui may import only itself and React'
    }),
}

/** Where queries, verbs and what carries them live; pure files are named by what they are. */
const mayHold = /^lib\/(platform|testing|server|casework|desks)\//
const pureName = /^lib\/(casework|desks)\/.*\/(states|policy|form|events|transitions|facts|reasons)\.ts$/
const isEngine = /^lib\/engines\//
const isBase = /^lib\/base\//

const mayTouchDatabase = (path: string) =>
  /^(drizzle|scripts)\//.test(path) || (mayHold.test(path) && !pureName.test(path))

const database: Check = {
  name: 'Only queries, verbs, scopes, seeds and layers below them touch the database',
  run: (sources) =>
    offending(sources, ({ from, to }) =>
      to.startsWith('lib/platform/db/') && !mayTouchDatabase(from)
        ? 'go through a query or a verb of the noun'
        : undefined,
    ),
}

/** The door itself, and what works for somebody who may have no session: signing out, carried forms, help. */
const mayEnter =
  /^lib\/(platform\/(access|gate\/admit)|desks\/sign-in\/(sign-out|carried)|desks\/work\/read-help)\b/

const oneDoor: Check = {
  name: 'A session enters through one door',
  run: (sources) =>
    offending(sources, ({ from, to }) =>
      /^(lib|app)\//.test(from) && to === 'lib/platform/access/enter.ts' && !mayEnter.test(from)
        ? 'come in through admit (lib/platform/gate)'
        : undefined,
    ),
}

/** Packages and folders whose presence means that a file does something, rather than decide something. */
const effects =
  /^(next(\/|$)|next-auth|react(-dom)?(\/|$)|drizzle-orm|postgres$|pino$|@node-rs\/|nodemailer|node:(fs|net|http|https|child_process|os|dns|tls)(\/|$)|lib\/(platform\/(env|http|db|audit|vault|jobs|mail)\/|platform\/access\/session|server\/))/

/** The way from a file to something with effects, or undefined. */
function wayToEffect(start: string, graph: Map<string, Edge[]>) {
  const queue = [[start]]
  const seen = new Set([start])
  for (let way = queue.shift(); way; way = queue.shift()) {
    for (const { to, internal } of graph.get(way.at(-1) ?? '') ?? []) {
      if (effects.test(to)) return [...way, to]
      if (internal && !seen.has(to)) queue.push([...way, to])
      seen.add(to)
    }
  }
  return undefined
}

const impureAmong = (sources: Source[], wanted: (path: string) => boolean) => {
  const graph = neighbours(codeGraph(sources))
  return sources.flatMap(({ path }) => {
    const way = wanted(path) && !isTestPath(path) ? wayToEffect(path, graph) : undefined
    return way ? [`${way.join(' → ')}: rules and words must not have effects`] : []
  })
}

const pure: Check = {
  name: 'Rules, engines and messages reach no framework, database, clock or file',
  run: (sources) =>
    impureAmong(sources, (path) => pureName.test(path) || isEngine.test(path) || isBase.test(path)),
}

const islands: Check = {
  name: 'Islands bring only pure code into the browser',
  run: (sources) => impureAmong(sources, (path) => path.startsWith('lib/islands/')),
}

const pages: Check = {
  name: 'Nothing below the pages imports a page',
  run: (sources) =>
    offending(sources, ({ from, to }) =>
      /^lib\//.test(from) && /^app\/(?!_ui\/)/.test(to) ? 'lib must not depend on app' : undefined,
    ),
}

const acyclic: Check = {
  name: 'No file imports itself in a circle',
  run(sources) {
    const inside = [...neighbours(codeGraph(sources))].map(
      ([path, edges]) => [path, edges.filter(({ internal }) => internal).map(({ to }) => to)] as const,
    )
    return circles(new Map(inside))
  },
}

export const directionChecks = [designSystem, database, oneDoor, pure, islands, pages, acyclic]
