import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isStatic, loadStatic, type StaticFile, staticAnswer } from './static'

const folder = mkdtempSync(join(tmpdir(), 'relais-static-'))
let files: ReadonlyMap<string, StaticFile> = new Map()

beforeAll(() => {
  mkdirSync(join(folder, 'css'))
  for (const [end, text] of [
    ['', 'plain'],
    ['.br', 'brotli'],
    ['.gz', 'gzip'],
  ] as const) {
    writeFileSync(join(folder, `css/relais.0123456789ab.css${end}`), text)
  }
  writeFileSync(join(folder, 'css/unhashed.css'), 'x')
  writeFileSync(join(folder, 'secret.txt'), 'x')
  files = loadStatic(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('static files', () => {
  it('are the hashed ones and nothing else', () => {
    expect([...files.keys()]).toEqual(['/css/relais.0123456789ab.css'])
    for (const path of [
      '/css/unhashed.css',
      '/css/../secret.txt',
      '/css/',
      '/css/relais.0123456789ab.css.br',
    ]) {
      expect(staticAnswer(files, path, 'br')).toBeUndefined()
    }
  })

  it.each([
    ['gzip, br', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['br;q=0', undefined, 'plain'],
    [undefined, undefined, 'plain'],
  ])('answer %s with the compressed form made beforehand', (accept, encoding, text) => {
    const found = staticAnswer(files, '/css/relais.0123456789ab.css', accept)
    expect(found?.body.toString()).toBe(text)
    expect(found?.headers['content-encoding']).toBe(encoding)
    expect(found?.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/css; charset=utf-8',
      vary: 'accept-encoding',
    })
  })

  it('own their folders and the icon, and leave pages alone', () => {
    expect(['/css', '/css/a', '/js/a', '/favicon.ico'].every(isStatic)).toBe(true)
    expect(['/', '/cssx', '/cases/css', '/jsonp'].some(isStatic)).toBe(false)
    expect(staticAnswer(files, '/favicon.ico', undefined)?.headers['content-type']).toBe('image/svg+xml')
  })

  it('are none before the first build', () => {
    expect(loadStatic(join(folder, 'nowhere')).size).toBe(0)
  })
})
