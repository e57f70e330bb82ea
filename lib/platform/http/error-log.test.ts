import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { describeError, isHarmless } from './error-log'
import { LogSink } from './log-sink'

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

describe('a log that is written beside the requests', () => {
  const written = (last: string) =>
    new Promise<{ lines: string[]; code: number | null }>((resolve) => {
      const program = `import { logFailure, logWritten, quietErrors } from '@/lib/platform/http/error-log'
        quietErrors(() => process.exit(3))
        for (let turn = 0; turn < 2000; turn += 1) logFailure({ event: 'x', turn })
        ${last}`
      const args = ['--import', 'tsx', '--input-type=module', '-e', program]
      const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
      let text = ''
      child.stderr.on('data', (part) => {
        text += part
      })
      child.once('close', (code) => resolve({ lines: text.trim().split('\n'), code }))
    })

  it('hands a line over without writing it, and says when it is written', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'relais-log-')), 'log')
    const sink = new LogSink(openSync(file, 'a'))
    for (const line of ['one', 'two', 'three']) sink.write(`${line}\n`)
    expect(readFileSync(file, 'utf8')).not.toContain('three')
    await sink.drained()
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\nthree\n')
  })

  it('ends at once though the disk is full', () => {
    const sink = new LogSink(openSync('/dev/full', 'w'))
    sink.write('lost\n')
    expect(() => sink.flush()).not.toThrow()
  })

  it.each([
    ['comes to its end', ''],
    ['is ended', 'process.exit(0)'],
    ['is stopped in good order', 'await logWritten(); process.exit(0)'],
  ])(
    'is whole when the process %s',
    async (_, last) => {
      const { lines, code } = await written(last)
      expect(code).toBe(0)
      expect(lines.map((line) => JSON.parse(line).turn)).toEqual(
        Array.from({ length: 2000 }, (_, turn) => turn),
      )
    },
    30_000,
  )

  it('is whole after a crash, the crash itself included', async () => {
    const { lines, code } = await written("setTimeout(() => { throw new TypeError('a mistake') }, 0)")
    expect(code).toBe(3)
    expect(lines).toHaveLength(2001)
    // What was in hand at the crash may stand after it, and never inside it.
    const events = lines.map((line) => JSON.parse(line).event)
    expect(events.filter((event) => event === 'crash')).toHaveLength(1)
  }, 30_000)
})

it('a socket of the driver that went away is no crash; an error of ours is', () => {
  const driver = new TypeError("Cannot read properties of null (reading 'write')")
  driver.stack = `TypeError\n    at Immediate.nextWrite (file:///x/node_modules/postgres/src/connection.js:255:22)`
  expect(isHarmless(driver)).toBe(true)
  expect(isHarmless(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).toBe(true)
  expect(isHarmless(new TypeError('a mistake of ours'))).toBe(false)
})
