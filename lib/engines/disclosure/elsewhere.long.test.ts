import { expect, test } from 'vitest'
import { engine } from '@/lib/testing/disclosure/elsewhere'
import { rerunEverything } from '@/lib/testing/disclosure-elsewhere/rerun'
import { TINY_WORLDS } from '@/lib/testing/disclosure-elsewhere/tiny-worlds'

/** A part of the worlds; all of them, and whole histories, run in `npm run bench -- disclosure`. */
const tried = ['two codes', 'two levels of age', 'two tables', 'nested', 'correction']

test.each(TINY_WORLDS.filter(({ name }) => tried.includes(name)))(
  'an attacker made elsewhere learns nothing by running the program: $name',
  (world) => {
    const { cases, exact, narrow, tight, refused, examples } = rerunEverything(engine, world)
    expect(cases).toBeGreaterThan(300)
    expect({ exact, narrow, tight, refused, examples }).toEqual({
      exact: 0,
      narrow: 0,
      tight: 0,
      refused: [],
      examples: [],
    })
  },
)
