import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Manifest } from '@/lib/platform/http/assets'

/** Builds stylesheet and islands into `public/` under hashed names, compressed beforehand, with a manifest. */
export async function buildAssets(root: string): Promise<Manifest> {
  const publicDir = join(root, 'public')
  mkdirSync(publicDir, { recursive: true })
  const before = readManifest(publicDir)
  const sheet = join(root, 'app/_ui/relais.css')
  const css = existsSync(sheet) ? await writeSheet(sheet, publicDir) : null
  const js = Object.fromEntries(await Promise.all(islands(root).map((file) => writeIsland(file, publicDir))))
  const manifest: Manifest = { css, js }
  writeFileSync(join(publicDir, 'assets.json'), JSON.stringify(manifest))
  for (const kind of ['css', 'js']) removeOld(join(publicDir, kind), pathsOf(manifest), pathsOf(before))
  return manifest
}

function readManifest(publicDir: string): Manifest {
  const file = join(publicDir, 'assets.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : { css: null, js: {} }
}

function islands(root: string): string[] {
  const folder = join(root, 'lib/islands')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.island.ts'))
    .map((name) => join(folder, name))
}

async function writeSheet(file: string, publicDir: string): Promise<Manifest['css']> {
  const text = (await bundle(file)).trim()
  const path = writeHashed(publicDir, { kind: 'css', name: 'relais', text })
  const sha256 = `sha256-${createHash('sha256').update(text).digest('base64')}`
  return { path, hash: hashOf(text), sha256 }
}

async function writeIsland(file: string, publicDir: string): Promise<[string, string]> {
  const name = basename(file, '.island.ts')
  return [name, writeHashed(publicDir, { kind: 'js', name, text: await bundle(file) })]
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
  { kind, name, text }: { kind: 'css' | 'js'; name: string; text: string },
): string {
  const path = `/${kind}/${name}.${hashOf(text)}.${kind}`
  const file = join(publicDir, path)
  mkdirSync(join(publicDir, kind), { recursive: true })
  writeFileSync(`${file}.br`, brotliCompressSync(text))
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }))
  writeFileSync(file, text)
  return path
}

function pathsOf({ css, js }: Manifest): string[] {
  return [...(css ? [css.path] : []), ...Object.values(js)].map((path) => basename(path))
}

/** Pages opened before this build still ask for the files of the build before, so those stay. */
function removeOld(folder: string, ...kept: string[][]): void {
  if (!existsSync(folder)) return
  const names = new Set(kept.flat())
  for (const name of readdirSync(folder))
    if (!names.has(name.replace(/\.(br|gz)$/, ''))) rmSync(join(folder, name))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets(process.cwd())
