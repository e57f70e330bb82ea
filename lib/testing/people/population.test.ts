import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { populate } from './population'
import rates from './rates.json'

const population = populate('reported', 0.02)
const { records, truths, duplicates, traps, people } = population

describe('the invented population', () => {
  it('is the same each time and another in the training split', () => {
    expect(populate('reported', 0.02)).toEqual(population)
    expect(populate('training', 0.02).records.slice(0, 20)).not.toEqual(records.slice(0, 20))
  })

  it('has the people, duplicates and traps its rates ask for', () => {
    expect(people).toBe(rates.people * 0.02)
    expect(duplicates).toHaveLength(rates.duplicates * 0.02)
    expect(new Set(traps.map(({ kind }) => kind)).size).toBe(8)
    expect(Object.values(rates.traps).reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(2_000)
  })

  it('writes nobody down twice by accident', () => {
    expect(new Set(truths.slice(0, people)).size).toBe(people)
    for (const [a, b] of duplicates) expect(truths[a]).toBe(truths[b])
    for (const { pair } of traps) expect(truths[pair[0]]).not.toBe(truths[pair[1]])
  })

  it('does not know the engine it measures', () => {
    const here = new URL('.', import.meta.url)
    const sources = readdirSync(here).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    const imports = sources.map((name) => readFileSync(new URL(name, here), 'utf8')).join('\n')
    expect(imports).not.toMatch(/from '@\/|from '\.\.\//)
  })
})
