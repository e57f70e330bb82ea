import { describe, expect, test } from 'vitest'
import { everybodyReached, reachOf } from './whom'

const household = { person: 'p', others: ['a', 'b'], said: 5 }

describe('whom help reached', () => {
  test('is worked out from the household: the person, everybody said or listed, or who was chosen', () => {
    expect(reachOf('PERSON', ['a'], household)).toEqual({ forWhom: 'PERSON', forPeople: ['p'], reached: 1 })
    expect(reachOf('HOUSEHOLD', [], household)).toMatchObject({ forPeople: ['p', 'a', 'b'], reached: 5 })
    expect(reachOf('HOUSEHOLD', [], { ...household, said: 2 })).toMatchObject({ reached: 3 })
    expect(reachOf('CHOSEN', ['b', 'a', 'a'], household)).toMatchObject({ forPeople: ['a', 'b'], reached: 2 })
  })

  test('is nobody where nobody was chosen, or somebody of another household', () => {
    expect(reachOf('CHOSEN', [], household)).toBeUndefined()
    expect(reachOf('CHOSEN', ['a', 'stranger'], household)).toBeUndefined()
  })

  test('counts each person once over all lines, and whoever is not listed beside them', () => {
    const lines = [
      { forPeople: ['p'], reached: 1 },
      { forPeople: ['p', 'a'], reached: 2 },
      { forPeople: ['p', 'a', 'b'], reached: 5 },
      { forPeople: null, reached: null },
    ]
    expect(everybodyReached(lines)).toEqual({ people: ['p', 'a', 'b'], unlisted: 2 })
    expect(everybodyReached([])).toEqual({ people: [], unlisted: 0 })
  })
})
