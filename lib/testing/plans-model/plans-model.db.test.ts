import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { begin, type Cast, castOf } from './cast'
import { type Deed, type Draw, deedsOf } from './deeds'
import { linesOf, type Plan } from './plan'
import { loggedOf, rowsOf } from './rows'

/** A tenth of `npm run bench -- plans`. */
const runs = Number(process.env.RELAIS_PLANS_RUNS ?? 30)
const seed = Number(process.env.RELAIS_PLANS_SEED ?? 20140630)
const STEPS = 30
console.log(`plans: ${runs} runs of ${STEPS} steps, seed ${seed} (RELAIS_PLANS_SEED=${seed} repeats them)`)

let cast: Cast
beforeAll(async () => {
  cast = await castOf()
})

/** Choices by a number: the same number chooses the same. */
function drawBy(start: number): Draw {
  let state = (start % 2147483646) + 1
  const next = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  next()
  return {
    among: (list) => list[Math.floor(next() * list.length)] as never,
    onceIn: (times) => next() * times < 1,
  }
}

/** Of what could be tried something that should be done, mostly; sometimes whatever comes. */
function deedBy(number: number, plan: Plan): Deed | undefined {
  const draw = drawBy(number)
  const any = draw.onceIn(4)
  const kinds = deedsOf(cast)
  for (let tried = 0; tried < 60; tried += 1) {
    const deed = draw.among(kinds)(draw, plan)
    if (deed && (any || deed.expects === 'done')) return deed
  }
  return undefined
}

test('a plan, its actions, its work and the word on it stand after every step as the plain model says', async () => {
  const tally = new Map<string, number>()
  let steps = 0
  const run = fc.asyncProperty(
    fc.constantFrom('HIGH', 'MEDIUM', 'LOW'),
    fc.array(fc.nat(), { minLength: STEPS, maxLength: STEPS }),
    async (risk, numbers) => {
      const plan = await begin(cast, risk as 'HIGH')
      const told: string[] = [`risk ${risk}`]
      let logged = 0
      for (const number of numbers) {
        const deed = deedBy(number, plan)
        if (!deed) continue
        steps += 1
        told.push(`${deed.who}: ${deed.words} (${deed.expects})`)
        const answer = await deed.send(cast)
        const said = `${told.join('\n  ')}\n  came out ${answer.outcome} (${answer.status})`
        expect(answer.outcome, said).toBe(deed.expects)
        tally.set(deed.name, (tally.get(deed.name) ?? 0) + Number(answer.outcome === 'done'))
        if (answer.outcome === 'done') await deed.effect(answer.id)
        if (answer.outcome === 'done' && !deed.beside) logged += 1
        expect(await rowsOf(cast, plan.caseId), said).toEqual(linesOf(plan))
        expect(await loggedOf(plan.caseId), said).toBe(logged)
      }
    },
  )
  await fc.assert(run, { numRuns: runs, seed, endOnFailure: true })
  const done = [...tally.values()].reduce((sum, times) => sum + times, 0)
  const deeds = [...tally].map(([deed, times]) => `${deed} ${times}`).sort()
  console.log(`plans: ${runs} runs, ${steps} steps, ${done} done; ${deeds.join(', ')}`)
  // Every deed was really done somewhere: runs in which it is always refused would prove nothing.
  expect([...tally].filter(([, times]) => times === 0)).toEqual([])
}, 7_200_000)
