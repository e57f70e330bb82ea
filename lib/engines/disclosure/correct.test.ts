import { describe, expect, test } from 'vitest'
import { answer, area, countsOf, figures, need, plansInTurn, sex, table } from './example.test-lists'

const even = { 'GAO-T': [60, 60], ANSONGO: [60, 60], 'KIDAL-T': [60, 60], ABEIBARA: [60, 60] }
const dimensions = [area, sex, need]
const month = (women: number, audiences = ['PUBLIC', 'INTERNAL'], food = women) => {
  const rows = { ...even, 'GAO-T': [women, 60] }
  const needs = { ...even, 'GAO-T': [food, 60 + women - food] }
  return {
    dimensions,
    tables: [
      table(countsOf(rows), { audiences }),
      table(countsOf(needs, ['FOOD', 'DOCS']), { table: 'NEED', dimensions: ['AREA', 'NEED'], audiences }),
    ],
  }
}

describe('a correction', () => {
  test('of forty people leaves, with all tables of the family', () => {
    const { plans } = plansInTurn([month(60), month(100)])
    const [, second] = plans
    expect(second && answer(second, 'PUBLIC')).toMatchObject({ state: 'CORRECTED', version: 2 })
    expect(second && figures(answer(second, 'PUBLIC', 'NEED'))).toMatchObject({
      'GAO-T|FOOD': 100,
      'GAO-T|DOCS': 60,
    })
  })

  test('of a few people waits: the old figures stand, and only the inside is told', () => {
    const { plans } = plansInTurn([month(60), month(64)])
    const [, second] = plans
    expect(second && answer(second, 'PUBLIC')).toMatchObject({
      state: 'UNCHANGED',
      version: 1,
      correctionWaits: true,
    })
    expect(second && figures(answer(second, 'INTERNAL'))).toMatchObject({ 'GAO-T|F': 60 })
  })

  test('waits until it has grown', () => {
    const { plans } = plansInTurn([month(60), month(64), month(70)])
    expect(plans[2] && answer(plans[2], 'PUBLIC')).toMatchObject({ state: 'CORRECTED', version: 2 })
  })

  test('moves for all readers at once, and is measured against every version that anybody has', () => {
    const { plans } = plansInTurn([month(60, ['PUBLIC']), month(72, ['PUBLIC']), month(62, ['INTERNAL'])])
    const [, , third] = plans
    expect(third && figures(answer(third, 'INTERNAL'))).toMatchObject({ 'GAO-T|F': 72 })
    expect(third && answer(third, 'INTERNAL')).toMatchObject({ correctionWaits: true })
  })

  test('tells cells together where one of them moves too little', () => {
    const { plans } = plansInTurn([month(60), month(100, ['PUBLIC'], 95)])
    const cells = plans[1] && figures(answer(plans[1], 'PUBLIC', 'NEED'))
    expect(cells).toMatchObject({ 'GAO-T|*': 160, 'ANSONGO|FOOD': 60 })
    expect(cells).not.toHaveProperty('GAO-T|FOOD')
  })

  test('of a part waits when the people outside it would move by a few; the whole may go on', () => {
    const inside = (all: number, some: number) => ({
      families: [
        { family: 'NEW', kind: 'ADDITIVE' as const, within: [] },
        { family: 'PART', kind: 'ADDITIVE' as const, within: ['NEW'] },
      ],
      tables: [
        table(countsOf({ ...even, 'GAO-T': [all, 60] })),
        table(countsOf({ 'GAO-T': [some, 20] }), { table: 'PART', family: 'PART' }),
      ],
    })
    const { plans } = plansInTurn([inside(60, 30), inside(72, 40)])
    const [, second] = plans
    expect(second && answer(second, 'PUBLIC', 'PART')).toMatchObject({
      state: 'UNCHANGED',
      correctionWaits: true,
    })
    expect(second && answer(second, 'PUBLIC')).toMatchObject({ state: 'CORRECTED' })
  })
})
