import { describe, expect, test } from 'vitest'
import { isGone, sqlStateOf, troubleOf } from './sqlstate'

const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more })

describe('the SQLSTATE of a failure', () => {
  test('is found behind every wrapper, whatever class it is of', () => {
    const plain = { code: '22P02' }
    const wrapped = new Error('Failed query', { cause: coded('40001') })
    expect(sqlStateOf(plain)).toBe('22P02')
    expect(sqlStateOf(wrapped)).toBe('40001')
    expect(sqlStateOf({ cause: { err: wrapped } })).toBe('40001')
  })

  test('is no code of the operating system, though some look alike', () => {
    for (const code of ['EPIPE', 'ECONNRESET', 'CONNECTION_CLOSED']) {
      expect(sqlStateOf(coded(code))).toBeUndefined()
      expect(isGone(new Error('wrapped', { cause: coded(code) }))).toBe(true)
    }
    expect(sqlStateOf(coded('E2BIG', { syscall: 'spawn' }))).toBeUndefined()
  })

  test('is looked for at most ten deep, also where causes go in a circle', () => {
    const circle: { cause?: unknown } = {}
    circle.cause = circle
    expect(sqlStateOf(circle)).toBeUndefined()
    for (const nothing of [undefined, null, 'x', 7]) expect(sqlStateOf(nothing)).toBeUndefined()
  })
})

test('each kind of trouble has its answer, and a statement’s own fault is none', () => {
  const kinds = Object.fromEntries(
    [
      '40001',
      '40P01',
      '55P03',
      '08006',
      '57P01',
      '57P03',
      '08007',
      '53100',
      '58030',
      '57014',
      '22P02',
      '23505',
    ].map((state) => [state, troubleOf(state)]),
  )
  expect(kinds).toEqual({
    '40001': 'conflict',
    '40P01': 'conflict',
    '55P03': 'locked',
    '08006': 'unsent',
    '57P01': 'unsent',
    '57P03': 'unsent',
    '08007': 'unsure',
    '53100': 'full',
    '58030': 'full',
    '57014': 'slow',
    '22P02': undefined,
    '23505': undefined,
  })
})
