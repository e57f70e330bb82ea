import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeAccounts } from './accounts'
import { planDemo } from './demo/plan-demo'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-accounts-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the file of the demonstration’s accounts', () => {
  test('is read by nobody but who started it, whatever stood there before', () => {
    for (const before of [undefined, 0o644, 0o666]) {
      const place = join(folder, 'demo-accounts.json')
      if (before) writeFileSync(place, '[]', { mode: before })
      const file = writeAccounts(folder, planDemo())
      expect(statSync(file).mode & 0o777).toBe(0o600)
      expect(JSON.parse(readFileSync(file, 'utf8'))[0]).toHaveProperty('password')
      rmSync(place)
    }
  })
})
