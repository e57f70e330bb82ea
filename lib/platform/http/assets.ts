import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Written by scripts/build-assets.ts as public/assets.json. */
export interface Manifest {
  /** `sha256` is the source for `style-src`, e.g. `sha256-…=`; null before a stylesheet exists. */
  readonly css: { readonly path: string; readonly hash: string; readonly sha256: string } | null
  /** Name of a sheet that only pages of its kind link (`app/_ui/sheets`) → its path. */
  readonly sheets: Readonly<Record<string, string>>
  /** Island name → path of its script. */
  readonly js: Readonly<Record<string, string>>
}

export type Stylesheet = NonNullable<Manifest['css']> & { readonly text: string }

const NOTHING: Manifest = { css: null, sheets: {}, js: {} }
let kept: Manifest | undefined

function publicFile(name: string): string {
  return join(/* turbopackIgnore: true */ process.cwd(), 'public', name)
}

/** Read once a process: a build is followed by a start. */
export function manifest(): Manifest {
  if (kept) return kept
  const file = publicFile('assets.json')
  kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : NOTHING
  return kept
}

/** The stylesheet with its text, to stand inside first pages. */
export function stylesheet(): Stylesheet | null {
  const { css } = manifest()
  return css && { ...css, text: readFileSync(publicFile(css.path.slice(1)), 'utf8') }
}
