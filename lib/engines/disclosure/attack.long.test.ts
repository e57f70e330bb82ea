import { describe, expect, it } from 'vitest'
import { generateHistory } from '@/lib/testing/disclosure/history'
import { naiveEngine } from '@/lib/testing/disclosure/naive'
import { addScores, noScore, score } from '@/lib/testing/disclosure/score'
import { buildSystem } from '@/lib/testing/disclosure/system'
import { audiences } from '@/lib/testing/disclosure/world'
import { release } from './release'

const seeds = Array.from({ length: 15 }, (_, i) => i + 1)

describe('two years of releases to three audiences', () => {
  const system = buildSystem()

  it('give an attacker no figure that was withheld, and people still stand in the tables', () => {
    const total = seeds.reduce(
      (sum, seed) => addScores(sum, score(system, generateHistory(seed), release)),
      noScore,
    )
    expect(total).toMatchObject({ exact: 0, narrow: 0, smallMoves: 0, solvedNarrow: 0 })
    expect(total.shown / total.people).toBeGreaterThanOrEqual(0.85)
    expect(total.blank / total.cells).toBeLessThanOrEqual(0.15)
    expect(total.tables).toBeGreaterThan(5000)
  }, 120_000)

  it('give the same attacker hundreds of figures when small counts alone are left blank', () => {
    const naive = naiveEngine(new Map(audiences.map((a) => [a.audience, a.threshold])))
    const total = score(system, generateHistory(1, false), naive)
    expect(total.exact).toBeGreaterThan(500)
  }, 60_000)
})
