import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isInstalled, stampInstalled } from './installed.mjs'
import { checkNode, installEnv } from './setup.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-setup-'))
  mkdirSync(join(folder, 'node_modules'))
})

afterEach(() => rmSync(folder, { recursive: true }))

const write = (path: string, content: unknown) => writeFileSync(join(folder, path), JSON.stringify(content))
const other = process.platform === 'win32' ? 'linux' : 'win32'

const lock = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/ours': { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
    'node_modules/theirs': { version: '1.0.0', optional: true, os: [other] },
    'node_modules/portable': { version: '1.0.0', optional: true },
  },
}
const installed = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/ours': { version: '1.0.0' } }

describe('whether the packages are installed', () => {
  beforeEach(() => write('package-lock.json', lock))

  test('no, in a fresh clone', () => {
    expect(isInstalled(folder)).toBe(false)
  })

  test('yes, after a complete installation, until the lockfile changes', () => {
    stampInstalled(folder)
    expect(isInstalled(folder)).toBe(true)
    write('package-lock.json', { packages: { ...lock.packages, 'node_modules/b': { version: '1.0.0' } } })
    expect(isInstalled(folder)).toBe(false)
  })

  test('yes, when somebody ran npm and it left out only what is for other systems', () => {
    write('node_modules/.package-lock.json', { packages: installed })
    expect(isInstalled(folder)).toBe(true)
  })

  test.each(['node_modules/a', 'node_modules/ours'])('no, when %s is missing', (name) => {
    const packages = Object.fromEntries(Object.entries(installed).filter(([path]) => path !== name))
    write('node_modules/.package-lock.json', { packages })
    expect(isInstalled(folder)).toBe(false)
  })
})

describe('the environment of an installation', () => {
  test('brings development packages whatever the caller has set', () => {
    const env = installEnv({ HOME: folder, NODE_ENV: 'production', npm_config_omit: 'dev', PATH: '/bin' })
    expect(env).toEqual({ HOME: folder, PATH: '/bin' })
  })

  test('has a cache in the project when the home folder cannot be written', () => {
    writeFileSync(join(folder, 'no-folder'), '')
    const home = join(folder, 'no-folder', 'home')
    const env: Record<string, string | undefined> = installEnv({ HOME: home, NODE_ENV: 'test' })
    expect(env.npm_config_cache).toMatch(/\.npm-cache$/)
  })
})

describe('the version of Node.js', () => {
  test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is enough', (version) => {
    expect(() => checkNode(version)).not.toThrow()
  })

  test.each(['20.18.9', '20.9.0', '18.20.0'])(
    '%s is refused, and the sentence says what is needed',
    (version) => {
      expect(() => checkNode(version)).toThrow(/needs Node\.js 20\.19 or newer; this is/)
    },
  )
})
