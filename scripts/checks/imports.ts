import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import { isCode, type Source } from './sources'

/** One import: the file it leads to inside the project, or the package's name. */
export interface Edge {
  from: string
  to: string
  internal: boolean
  /** Brings types alone: binds nothing at run time, but one folder still knows of the other. */
  typeOnly: boolean
}

interface Specifier {
  name: string
  typeOnly: boolean
}

/** What a file imports, as a parser reads it: static, re-exported and dynamic. */
function specifiers({ path, text }: Source): Specifier[] {
  const { staticImports, staticExports, dynamicImports } = parseSync(path, text).module
  const allTypes = (entries: { isType: boolean }[]) =>
    entries.length > 0 && entries.every(({ isType }) => isType)
  return [
    ...staticImports.map(({ moduleRequest, entries }) => ({
      name: moduleRequest.value,
      typeOnly: allTypes(entries),
    })),
    ...staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ name: moduleRequest.value, typeOnly: isType }] : [],
      ),
    ),
    ...dynamicImports.flatMap(({ moduleRequest }) => {
      const name = /^['"]([^'"]+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end))?.[1]
      return name ? [{ name, typeOnly: false }] : []
    }),
  ]
}

const endings = ['', '.ts', '.tsx', '.mjs', '.js', '/index.ts', '/index.tsx']

function resolve(from: string, specifier: string, known: Set<string>) {
  if (!/^(\.|@\/)/.test(specifier)) return { to: specifier, internal: false }
  const base = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(posix.dirname(from), specifier)
  const to = endings.map((ending) => base + ending).find((path) => known.has(path))
  return { to: to ?? base, internal: true }
}

/** Every import of every file of code, imports of types marked as such. */
export function importGraph(sources: Source[]): Edge[] {
  const known = new Set(sources.map(({ path }) => path))
  return sources.filter(isCode).flatMap((source) =>
    specifiers(source).map(({ name, typeOnly }) => ({
      from: source.path,
      ...resolve(source.path, name, known),
      typeOnly,
    })),
  )
}

/** Imports that bring code: what happens at run time. */
export const codeGraph = (sources: Source[]) => importGraph(sources).filter(({ typeOnly }) => !typeOnly)

/** Files by the files they import. */
export function neighbours(edges: Edge[]) {
  const map = new Map<string, Edge[]>()
  for (const edge of edges) map.set(edge.from, [...(map.get(edge.from) ?? []), edge])
  return map
}
