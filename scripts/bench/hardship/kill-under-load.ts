import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { BenchTable } from '../figures/table'
import { quantile } from '../served/browse'
import { keepFiling } from './file-deeds'
import { type FileStory, handsOn, teamOf } from './file-story'
import { type Instance, openInstance } from './instance'
import { accountsOf, alertBody, comeIn } from './people'
import { send } from './send'
import { begunBy, toldOnce } from './told-once'

const kinds = ['connection ended', 'backend', 'postmaster', 'server'] as const
type Kind = (typeof kinds)[number]

/** Of ten deaths, how many are of which kind. */
const deck: readonly Kind[] = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3].map((at) => kinds[at] ?? 'backend')

export interface Survived {
  table: BenchTable
  /** What must not be: one sentence each. */
  problems: string[]
}

/** Pseudo-random numbers below 1, the same for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Kills one thing after another while people read and write, and counts what was lost. */
export async function killUnderLoad(
  { times, seed }: { times: number; seed: number },
  clone?: string,
): Promise<Survived> {
  const instance = await openInstance(clone)
  try {
    return await survive(instance, times, seed)
  } finally {
    await instance.end()
  }
}

type Tally = { acknowledged: Map<string, string>; statuses: Map<string, number>; stopped: boolean }

async function survive(instance: Instance, times: number, seed: number): Promise<Survived> {
  const people = accountsOf(instance)
  const enumerator = people.find(({ role, offices }) => role === 'DTM_ENUM' && offices.includes('MOP'))
  const supervisor = people.find(({ role }) => role === 'SUPERVISOR')
  if (!enumerator || !supervisor) throw new Error('the demonstration lacks an account')
  const writer = await comeIn(instance, enumerator)
  const reader = await comeIn(instance, supervisor)
  const before = await alertsOf(instance, enumerator.email)
  const tally: Tally = { acknowledged: new Map(), statuses: new Map(), stopped: false }
  const team = await teamOf(instance, people)
  const begun = await begunBy(instance, team.lead.id)
  const stories: FileStory[] = []
  const telling = {
    stories,
    stopped: () => tally.stopped,
    note: (status: number, refused?: string) => note(tally, `file ${status}${refused ? ` ${refused}` : ''}`),
  }
  const load = [
    ...Array.from({ length: 3 }, () => keepFiling(handsOn(instance, team, telling), team, telling)),
    ...Array.from({ length: 4 }, () => keepWriting(instance, writer.session, tally)),
    ...Array.from({ length: 4 }, (_, n) =>
      keepReading(instance, { cookie: reader.session, path: n % 2 ? '/work' : '/queue' }, tally),
    ),
  ]
  const random = dice(seed)
  const backAfter = new Map<Kind, number[]>(kinds.map((kind) => [kind, []]))
  for (let n = 0; n < times; n += 1) {
    const kind = deck[(n * 7 + Math.floor(random() * 2)) % deck.length] ?? 'server'
    await wait(random() * 300)
    const began = performance.now()
    await kill(instance, kind, random())
    await backAgain(instance, reader.session, writer.session)
    backAfter.get(kind)?.push(performance.now() - began)
  }
  tally.stopped = true
  await Promise.all(load)
  const after = await alertsOf(instance, enumerator.email)
  const wrong = await toldOnce(instance, team, { stories, before: begun })
  return report({ tally, backAfter, before, after, times, seed, stories, wrong })
}

/** Ids of the alerts of one account, seen from behind the walls. */
const alertsOf = ({ ask }: Instance, email: string): Promise<Set<string>> =>
  ask(async (sql) => {
    const rows = await sql<{ id: string }[]>`select a.id from app.alerts a
      join access.users u on u.id = a.raised_by where u.email = ${email}`
    return new Set(rows.map(({ id }) => id))
  })

const note = ({ statuses }: Tally, what: string) => statuses.set(what, (statuses.get(what) ?? 0) + 1)

/** One alert after another, each sent until it is acknowledged. */
async function keepWriting({ port }: Instance, cookie: string, tally: Tally): Promise<void> {
  while (!tally.stopped) {
    const key = randomUUID()
    for (;;) {
      const { status, text } = await send({
        port,
        path: '/api/v1/alerts',
        cookie,
        body: alertBody(key),
        json: true,
      })
      note(tally, `write ${status}`)
      if (status === 200) tally.acknowledged.set(key, idIn(text))
      if (status !== 0 && status !== 503) break
      await wait(100)
    }
    await wait(20)
  }
}

const idIn = (text: string): string => {
  const parsed: unknown = JSON.parse(text)
  return typeof parsed === 'object' && parsed !== null && 'id' in parsed ? String(parsed.id) : ''
}

async function keepReading(
  { port }: Instance,
  page: { cookie: string; path: string },
  tally: Tally,
): Promise<void> {
  while (!tally.stopped) {
    const { status } = await send({ port, ...page })
    note(tally, `page ${status}`)
    await wait(status === 200 ? 30 : 100)
  }
}

async function kill(instance: Instance, kind: Kind, chance: number): Promise<void> {
  if (kind === 'server' || kind === 'postmaster') {
    process.kill(instance.ids()[kind], 'SIGKILL')
    return
  }
  await instance.ask(async (sql) => {
    const rows = await sql<{ pid: number }[]>`select pid from pg_stat_activity
      where usename like 'relais\\_%' and application_name = 'relais_web' order by state, pid`
    const pid = rows[Math.floor(chance * rows.length)]?.pid
    if (pid === undefined) return
    if (kind === 'backend') process.kill(pid, 'SIGKILL')
    else await sql`select pg_terminate_backend(${pid})`
  })
}

/** Until a page and a write are answered again. Gives up after a minute: then nothing came back by itself. */
async function backAgain({ port }: Instance, reader: string, writer: string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const page = await send({ port, path: '/work', cookie: reader })
    const form = await send({ port, path: '/alerts/new', cookie: writer })
    if (page.status === 200 && form.status === 200) return
    await wait(50)
  }
  throw new Error('It did not come back within a minute.')
}

interface Counted {
  tally: Tally
  backAfter: Map<Kind, number[]>
  before: Set<string>
  after: Set<string>
  times: number
  seed: number
  stories: readonly FileStory[]
  /** What of the files is not as it was acknowledged. */
  wrong: readonly string[]
}

function report(counted: Counted): Survived {
  const { tally, backAfter, before, after, times, seed, stories, wrong } = counted
  const saves = stories.reduce((sum, { log }) => sum + log.length, 0)
  const acknowledged = [...tally.acknowledged.values()]
  const lost = acknowledged.filter((id) => !after.has(id)).length
  const doubled = after.size - before.size - new Set(acknowledged).size
  const odd = [...tally.statuses].filter(([what]) => !/^\w+ (200|503|0)$/.test(what))
  const slowest = Math.max(...[...backAfter.values()].flat())
  const problems = [
    ...(lost > 0 ? [`${lost} acknowledged writes were lost`] : []),
    ...(doubled !== 0 ? [`${doubled} writes were doubled`] : []),
    ...odd.map(([what, count]) => `${count} answers were ${what}`),
    ...wrong,
  ]
  const rows = [...backAfter].map(([kind, times]) => [
    kind,
    times.length,
    Math.round(quantile(times, 0.5)),
    Math.round(Math.max(0, ...times)),
  ])
  const statuses = [...tally.statuses].sort().map(([what, count]) => `${what}: ${count}`)
  const notes = [
    `seed ${seed}; ${times} deaths under load; the slowest return took ${Math.round(slowest)} ms`,
    `${acknowledged.length} writes acknowledged, ${lost} lost, ${doubled} doubled`,
    `${stories.length} files with ${saves} acknowledged saves, ${wrong.length} lost, doubled or half`,
    `answers by status (0 = none, while no server lived): ${statuses.join(', ')}`,
    ...problems,
  ]
  return {
    table: {
      title: 'Deaths under load',
      columns: ['Killed', 'Times', 'Back, median ms', 'Back, worst ms'],
      rows,
      notes,
    },
    problems,
  }
}
