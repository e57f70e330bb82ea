import { describe, expect, test } from 'vitest'
import { sharesOf, Turns } from './turns'

/** Writes that end when told to, and the order in which they began. */
function stage() {
  const turns = new Turns(60_000, 100)
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const write = (name: string, person: string, record: string) =>
    turns.take(sharesOf(person, record), () => {
      begun.push(name)
      return new Promise<void>((resolve) => ends.set(name, resolve))
    })
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
  }
  return { turns, begun, write, settle, end: (name: string) => ends.get(name)?.() }
}

describe('writes at once', () => {
  test('of one person are three, and others pass those that wait', async () => {
    const { turns, begun, write, settle, end } = stage()
    for (let n = 0; n < 40; n += 1) void write(`mine ${n}`, 'me', `record ${n}`)
    void write('yours', 'you', 'another')
    await settle()
    expect(begun).toEqual(['mine 0', 'mine 1', 'mine 2', 'yours'])
    end('mine 1')
    await settle()
    expect(begun.at(-1)).toBe('mine 3')
    expect(turns.counts).toEqual({ running: 4, waiting: 36 })
  })

  test('on one record are three, whoever they are from', async () => {
    const { begun, write, settle } = stage()
    for (let n = 0; n < 40; n += 1) void write(`n ${n}`, `person ${n}`, 'the same')
    await settle()
    expect(begun).toHaveLength(3)
  })

  test('of everybody leave connections for those who read', async () => {
    const { turns, write, settle } = stage()
    for (let n = 0; n < 40; n += 1) void write(`n ${n}`, `person ${n}`, `record ${n}`)
    await settle()
    expect(turns.counts).toEqual({ running: 8, waiting: 32 })
  })

  test('beyond a long line are told to come back, and a failed one frees its turn', async () => {
    const turns = new Turns(60_000, 1)
    const fails = () => turns.take(sharesOf('me', 'r'), () => Promise.reject(new Error('no')))
    for (let n = 0; n < 9; n += 1) await expect(fails()).rejects.toThrow('no')
    expect(turns.counts).toEqual({ running: 0, waiting: 0 })
    const forever = () => turns.take(sharesOf('me', 'r'), () => new Promise(() => {}))
    for (let n = 0; n < 4; n += 1) void forever()
    await expect(forever()).rejects.toMatchObject({ code: '53300' })
  })
})
