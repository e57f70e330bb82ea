import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** One text file of the project, by its path from the root with forward slashes. */
export interface Source {
  path: string
  text: string
}

/** A rule of ours over the whole tree; each string is one sentence that names a file. */
export interface Check {
  /** A sentence of what holds when it passes. */
  name: string
  run(sources: Source[]): string[]
}

const skipped = new Set(['node_modules', '.next', '.relais', '.git', '.npm-cache', 'public', 'test-results'])
const textual = /\.(ts|tsx|mjs|js|json|md|css|sql|yml)$|^\.ci\/run$|^\.npmrc$/

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(root, path)
    return entry.isFile() && textual.test(path) && entry.name !== 'next-env.d.ts' ? [path] : []
  })
}

/** Reads every text file once; the checks share them. */
export function readSources(root: string): Source[] {
  return walk(root, '').map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

export const isCode = ({ path }: Source) => /\.(ts|tsx|mjs|js)$/.test(path)
export const isTest = ({ path }: Source) =>
  /\.test\.tsx?$|^e2e\/|^lib\/testing\/|^scripts\/lifecycle\//.test(path)

/** Comments and the insides of quotes blanked out, so that a sentence about `new Date()` is not one. */
export function codeOnly(text: string) {
  return text.replace(
    /\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g,
    (found) => (found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found.charAt(0) + found.charAt(0)),
  )
}
