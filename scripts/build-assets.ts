import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Manifest } from '@/lib/platform/http/assets'

type Kind = 'css' | 'js'

/** Builds stylesheets and islands into `public/` under hashed names, compressed beforehand, with a manifest. */
export async function buildAssets(root: string): Promise<Manifest> {
  const publicDir = join(root, 'public')
  mkdirSync(publicDir, { recursive: true })
  const before = readManifest(publicDir)
  const sheet = join(root, 'app/_ui/relais.css')
  const css = existsSync(sheet) ? await writeSheet(sheet, publicDir) : null
  const built = (folder: string, ending: string, kind: Kind) =>
    Promise.all(filesOf(root, folder, ending).map((file) => writeNamed(file, { ending, kind, publicDir })))
  const sheets = Object.fromEntries(await built('app/_ui/sheets', '.css', 'css'))
  const js = Object.fromEntries(await built('lib/islands', '.island.ts', 'js'))
  const manifest: Manifest = { css, sheets, js }
  writeFileSync(join(publicDir, 'assets.json'), JSON.stringify(manifest))
  for (const kind of ['css', 'js']) removeOld(join(publicDir, kind), pathsOf(manifest), pathsOf(before))
  return manifest
}

function readManifest(publicDir: string): Manifest {
  const file = join(publicDir, 'assets.json')
  const nothing: Manifest = { css: null, sheets: {}, js: {} }
  return existsSync(file) ? { ...nothing, ...(JSON.parse(readFileSync(file, 'utf8')) as Manifest) } : nothing
}

function filesOf(root: string, folder: string, ending: string): string[] {
  const place = join(root, folder)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((name) => name.endsWith(ending))
    .map((name) => join(place, name))
}

async function writeSheet(file: string, publicDir: string): Promise<Manifest['css']> {
  const text = (await bundle(file)).trim()
  const path = writeHashed(publicDir, { kind: 'css', name: 'relais', text })
  const sha256 = `sha256-${createHash('sha256').update(text).digest('base64')}`
  return { path, hash: hashOf(text), sha256 }
}

async function writeNamed(
  file: string,
  { ending, kind, publicDir }: { ending: string; kind: Kind; publicDir: string },
): Promise<[string, string]> {
  const name = basename(file, ending)
  return [name, writeHashed(publicDir, { kind, name, text: (await bundle(file)).trim() })]
}

async function bundle(file: string): Promise<string> {
  const result = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    charset: 'utf8',
    format: 'iife',
    target: ['chrome100', 'firefox102', 'safari15.4'],
  })
  return result.outputFiles[0]?.text ?? ''
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

function writeHashed(
  publicDir: string,
  { kind, name, text }: { kind: Kind; name: string; text: string },
): string {
  const path = `/${kind}/${name}.${hashOf(text)}.${kind}`
  const file = join(publicDir, path)
  mkdirSync(join(publicDir, kind), { recursive: true })
  writeFileSync(`${file}.br`, brotliCompressSync(text))
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
  writeFileSync(file, text)
  return path
}

function pathsOf({ css, sheets, js }: Manifest): string[] {
  return [...(css ? [css.path] : []), ...Object.values(sheets), ...Object.values(js)].map((path) =>
    basename(path),
  )
}

/** Pages opened before this build still ask for the files of the build before, so those stay. */
function removeOld(folder: string, ...kept: string[][]): void {
  if (!existsSync(folder)) return
  const names = new Set(kept.flat())
  for (const name of readdirSync(folder))
    if (!names.has(name.replace(/\.(br|gz)$/, ''))) rmSync(join(folder, name))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets(process.cwd())
