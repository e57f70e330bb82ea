import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { acquireLock, bornAt, holderOf, lastHolder } from './lock.mjs'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-lock-'))
  file = join(folder, 'lock.json')
})

afterEach(() => rmSync(folder, { recursive: true }))

/** The number of a process that has just ended. */
function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  return new Promise((resolve) => child.once('close', () => resolve(child.pid ?? 0)))
}

describe('the lock of a data folder', () => {
  test('is held by one living process, and tells others what it does', () => {
    const lock = acquireLock(file, { command: 'npm start' })
    lock?.update({ address: 'http://127.0.0.1:3000' })
    expect(acquireLock(file, { command: 'npm run dev' })).toBeUndefined()
    expect(holderOf(file)).toMatchObject({
      command: 'npm start',
      address: 'http://127.0.0.1:3000',
      pid: process.pid,
    })
    lock?.release()
    expect(holderOf(file)).toBeUndefined()
  })

  test('does not outlive a process that was killed', async () => {
    writeFileSync(file, JSON.stringify({ pid: await endedPid(), born: 'then', command: 'npm start' }))
    expect(holderOf(file)).toBeUndefined()
    expect(lastHolder(file)).toMatchObject({ command: 'npm start' })
    expect(acquireLock(file, { command: 'npm start' })).toBeDefined()
  })

  test('is not taken for held when another process has the number now', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, born: 'another moment', command: 'npm start' }))
    expect(acquireLock(file, { command: 'npm start' })).toBeDefined()
  })

  test('survives a file cut short by a power failure', () => {
    writeFileSync(file, '{"pid": 1')
    expect(acquireLock(file, { command: 'npm start' })).toBeDefined()
  })

  test('knows a process by the moment it was born', () => {
    expect(bornAt(process.pid)).toBe(bornAt(process.pid))
    expect(bornAt(process.pid)).not.toBe(bornAt(process.ppid))
  })
})
