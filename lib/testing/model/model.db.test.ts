import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { raw } from '../database'
import { type Cast, castOf } from './people'
import { begin, type Real, stepsOf } from './play'

/** A tenth of `npm run bench -- model`. */
const runs = Number(process.env.RELAIS_MODEL_RUNS ?? 50)
const seed = Number(process.env.RELAIS_MODEL_SEED ?? 20140630)
const STEPS = 40
console.log(`${runs} runs of ${STEPS} steps, seed ${seed} (RELAIS_MODEL_SEED=${seed} repeats them)`)

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

test('cases, teams, consents and merges stand after every step as the plain model says', async () => {
  const real: Real = { cast, web: raw('web'), tally: new Map(), steps: 0 }
  const run = fc.asyncProperty(stepsOf(STEPS), async (steps) => {
    const model = await begin()
    await fc.asyncModelRun(() => ({ model, real }), steps)
  })
  await fc.assert(run, { numRuns: runs, seed, endOnFailure: true })
  const done = [...real.tally.values()].reduce((sum, times) => sum + times, 0)
  const deeds = [...real.tally].map(([deed, times]) => `${deed} ${times}`).sort()
  console.log(`model: ${runs} runs, ${real.steps} steps, ${done} done; ${deeds.join(', ')}`)
  // Every deed was really done somewhere: runs in which it is always refused would prove nothing.
  expect([...real.tally].filter(([, times]) => times === 0)).toEqual([])
}, 7_200_000)
