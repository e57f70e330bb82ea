import { expect, test } from 'vitest'
import { generateHistory } from '@/lib/testing/disclosure/history'
import { naiveEngine } from '@/lib/testing/disclosure/naive'
import { planEngine } from '@/lib/testing/disclosure/planned'
import { addScores, noScore, score } from '@/lib/testing/disclosure/score'
import { buildSystem } from '@/lib/testing/disclosure/system'

/**
 * Full counts run in `npm run bench -- disclosure`; here a part of them. The same
 * ones on every machine, so that a red run can be repeated; another RELAIS_SEED, which is printed, tries others.
 */
const histories = Number(process.env.RELAIS_HISTORIES ?? 40)
const seed = Number(process.env.RELAIS_SEED ?? 1)

test('an attacker with sums over everything ever given gets nothing', () => {
  console.log(`disclosure: ${histories} histories from seed ${seed} (RELAIS_SEED repeats them)`)
  const system = buildSystem()
  let sum = noScore
  for (let i = 0; i < histories; i++)
    sum = addScores(sum, score(system, generateHistory(seed + i), planEngine()))
  expect(sum).toMatchObject({ histories, exact: 0, narrow: 0, smallMoves: 0, tooSmall: 0 })
  expect(sum.figures).toBeGreaterThan(histories * 1000)
})

test('the same attacker finds what leaving out small counts alone gives away', () => {
  const found = score(buildSystem(), generateHistory(1, false), naiveEngine)
  expect(found.exact).toBeGreaterThan(100)
})
