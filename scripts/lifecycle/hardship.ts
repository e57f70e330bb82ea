import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { flood } from '../bench/hardship/flood-the-door'
import { killUnderLoad } from '../bench/hardship/kill-under-load'
import { say } from '../plain.mjs'
import type { Case } from './stage'

/** A tenth of `npm run bench -- kill` and `-- flood`; what they measure in time is for the bench alone. */
export const hardshipCases: Case[] = [
  {
    name: 'under load no death loses or doubles an acknowledged write, and every answer is a page or 503',
    async run({ clone }) {
      const seed = Number(process.env.RELAIS_TEST_SEED ?? randomInt(1_000_000))
      say(`killing under load, seed ${seed} (RELAIS_TEST_SEED repeats it)`)
      const { problems } = await killUnderLoad({ times: 20, seed }, clone)
      assert.deepEqual(problems, [])
    },
  },
  {
    name: 'a flood at the door fails no request of ten people at work, nor the colleague whose account is tried',
    async run({ clone }) {
      const { problems } = await flood({ seconds: 4 }, clone)
      assert.deepEqual(problems, [])
    },
  },
]
