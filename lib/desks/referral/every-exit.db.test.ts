import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET as bundle } from '@/app/api/v1/referrals/[id]/bundle/route'
import { GET as sealed } from '@/app/api/v1/referrals/[id]/sealed/route'
import { FACT_KEYS, type FactKey, stageOf } from '@/lib/casework/consents/facts'
import { readBundle } from '@/lib/casework/referrals/exchange/read-bundle'
import { signedIn } from '@/lib/testing/actors'
import { root } from '@/lib/testing/database'
import { exits, openExits, referred, STEPS, says, saysNothing, taken } from '@/lib/testing/factories/exits'
import type { Sides } from '@/lib/testing/factories/sides'

/** Random grants: RELAIS_EXITS says how many, RELAIS_SEED repeats a run. */
const RUNS = Number(process.env.RELAIS_EXITS ?? 6)
const SEED = Number(process.env.RELAIS_SEED ?? 20140630)

const OPTIONAL = FACT_KEYS.filter((key) => key !== 'need' && key !== 'urgency')

let all: Sides
beforeAll(async () => {
  all = await openExits()
})

describe('every way out of a referral', () => {
  test(`says the facts of its grant and no other, whatever was ticked (${RUNS} grants, seed ${SEED})`, async () => {
    const one = fc.record({
      state: fc.constantFrom(...(Object.keys(STEPS) as (keyof typeof STEPS)[])),
      more: fc.subarray(OPTIONAL),
    })
    let [grants, looks] = [0, 0]
    await fc.assert(
      fc.asyncProperty(one, async ({ state, more }) => {
        const ticked: FactKey[] = ['need', 'urgency', ...more]
        const id = await referred(state, ticked)
        const said = await exits(id)
        grants += 1
        // Until it is opened the partner's page shows no fact at all.
        looks += await says(
          id,
          said,
          (key, name) =>
            ticked.includes(key) &&
            (stageOf(key) === 1 || state === 'ACCEPTED') &&
            !(name === 'page' && state === 'SENT'),
        )
        const read = readBundle(said.bundle ?? '')
        // Marks are no codes of a list: what stands against it is that alone.
        if (!read.ok)
          for (const { why } of read.problems)
            expect(['code', 'service', 'day', 'number', 'form', 'disagrees']).toContain(why)
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    )
    console.log(`exits: ${grants} grants, ${looks} looks, seed ${SEED}`)
  }, 600_000)

  test('ends with the answer it rests on, with its last day, and with a stop, in kind words', async () => {
    const ends: Record<string, (id: string) => Promise<unknown>> = {
      withdrawn: (
        id,
      ) => root()`update app.consents set status = 'WITHDRAWN', withdrawn_at = clock.casework_now()
        where id = (select consent_id from app.referrals where id = ${id})`,
      'run out': (id) => root()`update app.consents set expires_on = (clock.casework_now())::date - 1
        where id = (select consent_id from app.referrals where id = ${id})`,
      'to be asked again': (id) => root()`update app.consents set needs_review = 'CHILD_ALONE'
        where id = (select consent_id from app.referrals where id = ${id})`,
      stopped: (id) =>
        root()`update app.shares set ended_at = clock.casework_now() where referral_id = ${id}`,
    }
    for (const [what, end] of Object.entries(ends)) {
      const id = await referred('ACCEPTED', ['need', 'urgency', 'name', 'phone'])
      await end(id)
      await saysNothing(id, what)
    }
  })

  test('is for the team and whoever supervises, and not there for anybody else', async () => {
    const id = await referred('ACCEPTED', ['need', 'urgency', 'name'])
    const far = await signedIn('SUPERVISOR', 'GAO')
    expect((await taken(bundle, id, far)).status).toBe(404)
    expect((await taken(bundle, id, all.agency)).status).not.toBe(200)
    expect((await taken(bundle, id, all.supervisor)).status).toBe(200)
    const [event] =
      await root()`select actor_id, detail from audit.events where action = 'referral.send-bundle'
      and object_id = ${id} and outcome = 'done' order by id desc limit 1`
    expect(event?.actor_id).toBe(all.supervisor.id)
    expect(JSON.parse(String(event?.detail)).facts).toEqual(['need', 'urgency', 'name'])
  })

  test('seals for nobody where the agency gave no key', async () => {
    const id = await referred('ACCEPTED', ['need', 'urgency'])
    await root()`update app.directory_entries set recipient = '' where partner_code = 'UNICEF' and office_id = 'MOP'`
    const answer = await taken(sealed, id)
    expect(answer.status).toBe(403)
  })
})
