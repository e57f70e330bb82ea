import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { describeError, isHarmless } from './error-log'

describe('describeError', () => {
  it('keeps the text of our own errors and where they came from', () => {
    const described = describeError(new TypeError('no such step'))
    expect(described).toMatchObject({ name: 'TypeError', message: 'no such step' })
    expect(described.stack[0]).toMatch(/^at /)
  })

  it('never quotes a query, its parameters or a database’s sentence', () => {
    const cause = Object.assign(new Error('Key (name)=(Aminata) exists'), {
      severity: 'ERROR',
      code: '23505',
      constraint_name: 'people_name_key',
    })
    const error = Object.assign(new Error('Failed query: insert … params: Aminata', { cause }), {
      params: ['Aminata'],
    })
    const described = describeError(error)
    expect(JSON.stringify(described)).not.toContain('Aminata')
    expect(described.cause).toMatchObject({ code: '23505', constraint: 'people_name_key' })
  })
})

describe('a log that cannot be written', () => {
  it('is lost without harm: disk full, or a reader that is gone', async () => {
    const program = `import { logFailure, quietErrors } from '@/lib/platform/http/error-log'
      quietErrors(() => process.exit(3))
      for (let turn = 0; turn < 20; turn += 1) logFailure({ event: 'x' }, [new Error('y')])
      setTimeout(() => process.exit(0), 50)`
    const full = openSync('/dev/full', 'w')
    const args = ['--import', 'tsx', '--input-type=module', '-e', program]
    const onto = (stderr: number | 'pipe') =>
      new Promise((resolve) => {
        const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', stderr] })
        child.stderr?.destroy()
        child.once('exit', resolve)
      })
    expect(await onto(full)).toBe(0)
    expect(await onto('pipe')).toBe(0)
    closeSync(full)
  }, 30_000)
})

it('a socket of the driver that went away is no crash; an error of ours is', () => {
  const driver = new TypeError("Cannot read properties of null (reading 'write')")
  driver.stack = `TypeError\n    at Immediate.nextWrite (file:///x/node_modules/postgres/src/connection.js:255:22)`
  expect(isHarmless(driver)).toBe(true)
  expect(isHarmless(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).toBe(true)
  expect(isHarmless(new TypeError('a mistake of ours'))).toBe(false)
})
