import { type Edge, importGraph, neighbours } from './imports'
import type { Check, Source } from './sources'

const isTestPath = (path: string) => /\.test\.tsx?$|^lib\/testing\/|^e2e\//.test(path)
const sentence = ({ from, to }: Edge, reason: string) => `${from} imports ${to}: ${reason}`

function offending(sources: Source[], breaks: (edge: Edge) => string | undefined) {
  return importGraph(sources).flatMap((edge) => {
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

const layers = /^lib\/(access|audit|db|forms|http|i18n|jobs|mail|read|testing|time|vault|write)\//
const ofNouns = /^lib\/[^/]+\/(queries|scope|[a-z0-9]+-queries|[a-z0-9]+-[a-z0-9-]+)\.ts$/
const pureName = /^lib\/[^/]+\/(states|policy|form|events|transitions|facts|reasons)\.ts$/
const wordsName = /^lib\/[^/]+\/messages(\/|\.ts$)/

const mayTouchDatabase = (path: string) =>
  /^(drizzle|scripts)\//.test(path) || layers.test(path) || (ofNouns.test(path) && !pureName.test(path))

const database: Check = {
  name: 'Only queries, verbs, scopes, seeds and layers below them touch the database',
  run: (sources) =>
    offending(sources, ({ from, to }) =>
      to.startsWith('lib/db/') && !mayTouchDatabase(from)
        ? 'go through a query or a verb of the noun'
        : undefined,
    ),
}

/** Packages and folders whose presence means that a file does something, rather than decide something. */
const effects =
  /^(next(\/|$)|next-auth|react(-dom)?(\/|$)|drizzle-orm|postgres$|pino$|@node-rs\/|nodemailer|node:(fs|net|http|https|child_process|os|dns|tls)(\/|$)|lib\/(db|env\.ts|http|access\/session))/

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
  const graph = neighbours(importGraph(sources))
  return sources.flatMap(({ path }) => {
    const way = wanted(path) && !isTestPath(path) ? wayToEffect(path, graph) : undefined
    return way ? [`${way.join(' → ')}: rules and words must not have effects`] : []
  })
}

const engines = /^lib\/(clocks|people\/matching|statistics\/disclosure)\//

const pure: Check = {
  name: 'Rules, engines and messages reach no framework, database, clock or file',
  run: (sources) =>
    impureAmong(
      sources,
      (path) => pureName.test(path) || wordsName.test(path) || (engines.test(path) && !ofNouns.test(path)),
    ),
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

const shown = (cycle: string[]) => [...cycle, cycle[0]].join(' → ')

/** Depth first; a file met again while it is still open closes a circle. */
function circles(graph: Map<string, Edge[]>) {
  const found: string[] = []
  const done = new Set<string>()
  function visit(path: string, open: string[]) {
    const at = open.indexOf(path)
    if (at >= 0) return void found.push(shown(open.slice(at)))
    if (done.has(path)) return
    for (const { to, internal } of graph.get(path) ?? []) if (internal) visit(to, [...open, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}

const acyclic: Check = {
  name: 'No file imports itself in a circle',
  run: (sources) => circles(neighbours(importGraph(sources))),
}

export const directionChecks = [designSystem, database, pure, islands, pages, acyclic]
