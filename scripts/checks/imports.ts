import { posix } from 'node:path'
import { isCode, type Source } from './sources'

/** One import: the file it leads to inside the project, or the package's name. */
export interface Edge {
  from: string
  to: string
  internal: boolean
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** `import { type A, type B }` brings no code either. */
const onlyTypes = (clause: string) =>
  /^\s*import\s*\{\s*(type\s+\w+(\s+as\s+\w+)?\s*,?\s*)+\}\s*from/.test(clause)

function specifiers(text: string) {
  const fixed = [...text.matchAll(statement)]
    .filter((match) => !match[1] && !onlyTypes(match[0]))
    .map((m) => m[2] ?? '')
  return [...fixed, ...[...text.matchAll(dynamic)].map((match) => match[1] ?? '')]
}

const endings = ['', '.ts', '.tsx', '.mjs', '.js', '/index.ts', '/index.tsx']

function resolve(from: string, specifier: string, known: Set<string>) {
  if (!/^(\.|@\/)/.test(specifier)) return { to: specifier, internal: false }
  const base = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(posix.dirname(from), specifier)
  const to = endings.map((ending) => base + ending).find((path) => known.has(path))
  return { to: to ?? base, internal: true }
}

/** Every import that brings code; imports of types alone bind nothing at run time and are left out. */
export function importGraph(sources: Source[]): Edge[] {
  const known = new Set(sources.map(({ path }) => path))
  return sources
    .filter(isCode)
    .flatMap(({ path, text }) =>
      specifiers(text).map((specifier) => ({ from: path, ...resolve(path, specifier, known) })),
    )
}

/** Files by the files they import. */
export function neighbours(edges: Edge[]) {
  const map = new Map<string, Edge[]>()
  for (const edge of edges) map.set(edge.from, [...(map.get(edge.from) ?? []), edge])
  return map
}
