import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromForm, fromJson, MOST_PAIRS } from './raw-values'

const repeated = (pairs: number) => Array.from({ length: pairs }, (_, n) => `a=${n}`).join('&')

/** The sizes of what a built-in method ran on while something was done: how often, and on how much. */
function sizesOf(prototype: object, name: PropertyKey, work: () => void): number[] {
  const plain = Reflect.get(prototype, name) as (...args: unknown[]) => unknown
  const sizes: number[] = []
  const counting = function (this: { length: number }, ...args: unknown[]) {
    sizes[sizes.length] = this.length
    return Reflect.apply(plain, this, args)
  }
  Reflect.set(prototype, name, counting)
  try {
    work()
  } finally {
    Reflect.set(prototype, name, plain)
  }
  return sizes
}

describe('one name many times', () => {
  test('is a list in the order sent, up to the most pairs a form may have', () => {
    const read = fromForm(repeated(MOST_PAIRS))
    expect(read?.a).toEqual(Array.from({ length: MOST_PAIRS }, (_, n) => String(n)))
    expect(fromForm(repeated(MOST_PAIRS + 1))).toBeUndefined()
  })

  test('copies no list: the work grows with the text and not with its square', () => {
    const text = repeated(MOST_PAIRS)
    const longest = sizesOf(Array.prototype, Symbol.iterator, () => fromForm(text)).sort((a, b) => b - a)[0]
    expect(longest ?? 0).toBeLessThanOrEqual(2)
  })

  test('beyond the cap is looked at as far as the cap, however long the rest is', () => {
    const text = 'a=1&'.repeat(250_000)
    let read: unknown
    const looks = sizesOf(String.prototype, 'indexOf', () => {
      read = fromForm(text)
    }).length
    expect([read, looks]).toEqual([undefined, MOST_PAIRS])
  })

  test('in JSON has the same cap, for names and for one list', () => {
    const named = (n: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: n }, (_, i) => [i, 'x'])))
    const listed = (n: number) => JSON.stringify({ a: Array.from({ length: n }, () => 'x') })
    for (const body of [named, listed]) {
      expect(fromJson(body(MOST_PAIRS))).toBeDefined()
      expect(fromJson(body(MOST_PAIRS + 1))).toBeUndefined()
    }
    expect(fromJson('['.repeat(500_000))).toBeUndefined()
  })
})

test('names that mean something to the language are names like others', () => {
  const read = fromForm('__proto__=x&constructor=y&__proto__=z')
  expect(Object.entries(read ?? {})).toEqual([
    ['__proto__', ['x', 'z']],
    ['constructor', 'y'],
  ])
})

test('a form is read as browsers write it', () => {
  const words = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), {
    maxLength: 9,
  })
  fc.assert(
    fc.property(words, (pairs) => {
      const sent = new URLSearchParams(pairs)
      const read = fromForm(sent.toString()) ?? {}
      for (const name of sent.keys()) expect([read[name]].flat()).toEqual(sent.getAll(name))
      expect(Object.keys(read).length).toBe(new Set(sent.keys()).size)
    }),
  )
})

test('half an escape and bytes that are no text are refused, not guessed', () => {
  for (const text of ['a=%', 'a=%4', 'a=%zz', 'a=%ff', '%c3=1']) expect(fromForm(text), text).toBeUndefined()
})
