import { type Dimension, INSIDE, OUTSIDE } from './api'
import { SEX } from './lists'
import type { Tiny } from './tiny'

const cercles = (...codes: string[]): Dimension => ({
  name: 'place',
  about: 'PLACE',
  levels: ['CERCLE', 'REGION'],
  codes: [
    ...codes.map((code) => ({ code, level: 'CERCLE', parent: 'R7' })),
    { code: 'R7', level: 'REGION', parent: null },
  ],
})

const flat = (name: string, about: string, codes: readonly string[]): Dimension => ({
  name,
  about,
  levels: ['ONLY'],
  codes: codes.map((code) => ({ code, level: 'ONLY', parent: null })),
})

const ages: Dimension = {
  name: 'age',
  about: 'AGE',
  levels: ['BAND', 'MAJORITY'],
  codes: [
    { code: 'A00_11', level: 'BAND', parent: 'CHILD' },
    { code: 'A12_17', level: 'BAND', parent: 'CHILD' },
    { code: 'A18_59', level: 'BAND', parent: 'ADULT' },
    { code: 'A60_UP', level: 'BAND', parent: 'ADULT' },
    { code: 'CHILD', level: 'MAJORITY', parent: null },
    { code: 'ADULT', level: 'MAJORITY', parent: null },
  ],
}

const majority = flat('age', 'AGE', ['CHILD', 'ADULT'])
const needs = flat('need', 'NEED', ['FOOD', 'SHELTER', 'HEALTH'])

const month = (period: number, least: number, most = least) => ({ period: `2014-0${period}`, least, most })

function tiny(name: string, more: Partial<Tiny>): Tiny {
  const reader = more.audiences?.includes('INTERNAL') === false ? OUTSIDE : INSIDE
  const usual = {
    place: cercles('GAO'),
    kept: [SEX],
    nested: false,
    steps: [month(1, 0, 14)],
    audiences: ['INTERNAL'],
  }
  return { name, reader, ...usual, ...more }
}

const two = cercles('GAO', 'BOUREM')
const three = cercles('GAO', 'BOUREM', 'ANSONGO')
const women = [flat('sex', 'SEX', ['F'])]
const publicly = ['PUBLIC']

/** From the simplest on. Each is all ways to count so many people. */
export const TINY_WORLDS: readonly Tiny[] = [
  tiny('two codes', { steps: [month(1, 0, 24)] }),
  tiny('three codes', { kept: [needs], steps: [month(1, 0, 18)] }),
  tiny('two places', { place: two }),
  tiny('two places, twenty people', { place: two, steps: [month(1, 20)] }),
  tiny('three places', { place: three, steps: [month(1, 15)] }),
  tiny('two levels of age', { kept: [ages], steps: [month(1, 20)] }),
  tiny('two tables', { kept: [SEX, majority], steps: [month(1, 20)] }),
  tiny('two tables, two places', { kept: [SEX, majority], place: two, steps: [month(1, 10)] }),
  tiny('nested', { nested: true, steps: [month(1, 0, 16)] }),
  tiny('nested, twenty-two people', { nested: true, steps: [month(1, 22)] }),
  tiny('nested, three codes', { nested: true, kept: [needs], steps: [month(1, 14)] }),
  tiny('nested, two places', { nested: true, place: two, kept: women, steps: [month(1, 22)] }),
  tiny('nested, two tables', { nested: true, kept: [SEX, majority], steps: [month(1, 10)] }),
  tiny('two months', { steps: [month(1, 0, 8), month(2, 0, 13)] }),
  tiny('two months, nested', { steps: [month(1, 0, 7), month(2, 12)], nested: true, kept: women }),
  tiny('three months of one code', { steps: [month(1, 0, 9), month(2, 0, 9), month(3, 0, 12)], kept: women }),
  tiny('correction', { steps: [month(1, 20), month(1, 0, 12)] }),
  tiny('correction, three codes', { steps: [month(1, 15), month(1, 0, 8)], kept: [needs] }),
  tiny('correction, nested', { steps: [month(1, 14), month(1, 0, 7)], nested: true }),
  tiny('two corrections', { steps: [month(1, 16), month(1, 0, 7), month(1, 0, 7)] }),
  tiny('a month, the next, a correction', { steps: [month(1, 0, 8), month(2, 9), month(1, 0, 7)] }),
  tiny('inside of two audiences', { audiences: ['PUBLIC', 'INTERNAL'], steps: [month(1, 0, 40)] }),
  tiny('inside of two audiences, three codes', {
    audiences: ['PUBLIC', 'INTERNAL'],
    kept: [needs],
    steps: [month(1, 0, 30)],
  }),
  tiny('outside, two codes', { audiences: publicly, steps: [month(1, 0, 40)] }),
  tiny('outside, three codes', { audiences: publicly, kept: [needs], steps: [month(1, 0, 30)] }),
  tiny('outside, nested', { audiences: publicly, nested: true, steps: [month(1, 34)] }),
  tiny('outside, correction', { audiences: publicly, steps: [month(1, 30), month(1, 0, 24)] }),
]
