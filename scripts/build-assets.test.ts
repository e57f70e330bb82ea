import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildAssets } from './build-assets'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'relais-assets-'))
  mkdirSync(join(root, 'app/_ui'), { recursive: true })
  mkdirSync(join(root, 'lib/islands'), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true }))

const style = (text: string) => writeFileSync(join(root, 'app/_ui/relais.css'), text)
const read = (path = '') => readFileSync(join(root, 'public', path))

describe('buildAssets', () => {
  it('names files by their content and tells the hash that allows the stylesheet inline', async () => {
    style('p { color: red }')
    writeFileSync(join(root, 'lib/islands/queue.island.ts'), 'document.title = String(1 as number)')
    const { css, js } = await buildAssets(root)
    expect(css?.path).toBe(`/css/relais.${css?.hash}.css`)
    expect(css?.sha256).toBe(`sha256-${createHash('sha256').update(read(css?.path)).digest('base64')}`)
    expect(js.queue).toMatch(/^\/js\/queue\.[0-9a-f]{12}\.js$/)
    expect(brotliDecompressSync(read(`${css?.path}.br`))).toEqual(read(css?.path))
    expect(gunzipSync(read(`${css?.path}.gz`))).toEqual(read(css?.path))
  })

  it('keeps the files of one build before, for pages that are open', async () => {
    const built: string[] = []
    for (const text of ['p{order:1}', 'p{order:2}', 'p{order:3}']) {
      style(text)
      built.push((await buildAssets(root)).css?.path.slice('/css/'.length) ?? '')
    }
    const plain = readdirSync(join(root, 'public/css')).filter((name) => name.endsWith('.css'))
    expect(plain.sort()).toEqual(built.slice(1).sort())
  })

  it('builds the same twice without losing anything', async () => {
    style('p{order:1}')
    expect(await buildAssets(root)).toEqual(await buildAssets(root))
    expect(readdirSync(join(root, 'public/css'))).toHaveLength(3)
  })

  it('writes a stylesheet that cannot close its own element', async () => {
    style('p::after{content:"</style><b>"}')
    const { css } = await buildAssets(root)
    expect(read(css?.path).toString()).not.toContain('</style')
  })

  it('builds each small sheet under its own name, for the pages that link it', async () => {
    mkdirSync(join(root, 'app/_ui/sheets'))
    writeFileSync(join(root, 'app/_ui/sheets/week.css'), 'ul { color: red }')
    const { sheets } = await buildAssets(root)
    expect(sheets.week).toMatch(/^\/css\/week\.[0-9a-f]{12}\.css$/)
    expect(read(sheets.week).toString()).toBe('ul{color:red}')
  })

  it('leaves an empty manifest where there is nothing to build', async () => {
    expect(await buildAssets(root)).toEqual({ css: null, sheets: {}, js: {} })
  })
})
