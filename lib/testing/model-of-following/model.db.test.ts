import { beforeAll, expect, test } from 'vitest'
import { viewFollowUps } from '@/lib/desks/case-file/view-follow-ups'
import { type SignedIn, signedIn } from '../actors'
import { root } from '../database'
import { type Around, around, openCaseOf } from '../factories/open-case'
import { reading } from '../reading'
import { post } from '../requests'
import { type Deed, type Draw, deedsOf } from './deeds'
import { due, isLost, type Model, newModel, RHYTHM, type Risk, type Who, work } from './model'

/** A tenth of `npm run bench -- model`. */
const runs = Number(process.env.RELAIS_FOLLOWING_RUNS ?? 30)
const seed = Number(process.env.RELAIS_MODEL_SEED ?? 20140630)
const STEPS = 30
console.log(`${runs} runs of ${STEPS} steps, seed ${seed} (RELAIS_MODEL_SEED=${seed} repeats them)`)

let all: Around
let people: Record<Who, SignedIn>
beforeAll(async () => {
  all = await around()
  const { lead, other, supervisor } = all
  people = { lead, lawyer: other, supervisor, stranger: await signedIn('SOCIAL_WORKER', 'MOP') }
})

/** The same numbers for the same beginning. */
function drawBy(start: number): Draw {
  let state = (start % 2147483646) + 1
  const next = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  next()
  return {
    among: (list) => list[Math.floor(next() * list.length)] as never,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
  }
}

const TODAY = Date.UTC(2014, 5, 30)
const dayOf = (at: Date) => Math.floor((at.getTime() - TODAY) / 86_400_000)

/** The same facts as the model has, out of the database. */
async function standing(id: string) {
  const [row] =
    await root()`select c.last_contact_on::text as last, c.next_due_at as due, app.contact_lost(c.id) as lost,
    (select coalesce(json_agg(t.kind order by t.kind), '[]') from app.tasks t where t.case_id = c.id and t.state = 'OPEN') as work,
    (select coalesce(json_agg(json_build_object('id', a.id, 'state', a.state, 'kind', a.kind) order by a.id), '[]')
      from app.appointments a where a.case_id = c.id) as appointments
    from app.cases c where c.id = ${id}`
  return {
    last: dayOf(new Date(`${row?.last}T00:00:00Z`)),
    due: dayOf(row?.due),
    lost: row?.lost,
    work: row?.work,
    appointments: row?.appointments,
  }
}

const told = (model: Model) => ({
  last: model.lastContact,
  due: due(model),
  lost: isLost(model),
  work: work(model),
  appointments: model.appointments
    .map(({ id, state, kind, secret }) => ({ id, state, kind: secret ? null : kind }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)),
})

/** A contact so many days ago, past the verbs: from there the clocks run. */
async function begin(risk: Risk, last: number) {
  const one = await openCaseOf(all, [], risk)
  const on = new Date(TODAY + last * 86_400_000).toISOString().slice(0, 10)
  await root()`update app.cases set last_contact_on = ${on},
    next_due_at = ${`${on}T17:00:00Z`}::timestamptz + make_interval(days => ${RHYTHM[risk]}::integer), next_due_kind = 'follow-up'
    where id = ${one.id}`
  return one
}

async function done(deed: Deed, code: string): Promise<string | undefined> {
  const { endpoint, who, params = {}, values } = deed
  const answer = await post(endpoint, { as: people[who], params: { code, ...params }, values, json: true })
  const body = (await answer.json()) as { id?: string }
  return answer.status < 300 ? (body.id ?? '') : undefined
}

/** What each of the team and a supervisor read of the kinds: a lawyer's own is nobody else's. */
async function read(model: Model, code: string) {
  for (const who of ['lead', 'lawyer', 'supervisor'] as const) {
    const found = await reading(people[who], (ctx) => viewFollowUps(ctx, code))
    const kinds = new Map(found.view?.appointments.map(({ id, kind, place }) => [id, `${kind} ${place}`]))
    for (const { id, secret, kind } of model.appointments)
      expect(kinds.get(id), `${who} reads ${kind}`).toBe(secret && who !== 'lawyer' ? 'null ' : `${kind} Là`)
  }
}

test('contacts, attempts, reviews and appointments stand after every step as the plain model says', async () => {
  const tally = new Map<string, number>()
  let lost = 0
  for (let run = 0; run < runs; run += 1) {
    const draw = drawBy(seed + run * 7919)
    const risk = draw.among(['HIGH', 'MEDIUM', 'LOW'] as const)
    const last = draw.among([-6, -38])
    const { id, code } = await begin(risk, last)
    const model = newModel(risk, last)
    const trail: string[] = []
    for (let step = 0; step < STEPS; step += 1) {
      const deed = draw.among(deedsOf(last < -30))(draw, model)
      if (!deed) continue
      trail.push(
        `${deed.who}: ${deed.name} ${JSON.stringify(deed.values)} ${deed.should ? 'done' : 'refused'}`,
      )
      const made = await done(deed, code)
      const why = `seed ${seed}, run ${run}, risk ${risk}\n${trail.join('\n')}`
      expect(made !== undefined, why).toBe(deed.should)
      if (made === undefined) continue
      tally.set(deed.name, (tally.get(deed.name) ?? 0) + 1)
      deed.effect(made)
      if (isLost(model)) lost += 1
      expect(await standing(id), why).toEqual(told(model))
    }
    await read(model, code)
  }
  expect(lost, 'contact was lost somewhere').toBeGreaterThan(0)
  const deeds = [...tally].map(([name, times]) => `${name} ${times}`).sort()
  console.log(
    `following: ${runs} runs, ${runs * STEPS} steps, ${lost} with contact lost; ${deeds.join(', ')}`,
  )
  expect([...tally.keys()].sort(), 'every deed was really done somewhere').toEqual([
    'appointment.book',
    'appointment.cancel',
    'appointment.keep',
    'appointment.miss',
    'appointment.move',
    'case.review',
    'followup.attempt',
    'followup.record',
  ])
}, 7_200_000)
