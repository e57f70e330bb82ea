import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { BenchTable } from '../figures/table'
import { quantile } from '../served/browse'
import { type Instance, openInstance } from './instance'
import { type Account, accountsOf, alertBody, comeIn } from './people'
import { type Answered, send } from './send'
import { attacks } from './strangers'

export interface Withstood {
  table: BenchTable
  /** What must not be: one sentence each. Times are reported, not judged. */
  problems: string[]
}

/** Ten people work, in quiet and under a flood; meanwhile a colleague whose account is tried signs in. */
export async function flood({ seconds }: { seconds: number }, clone?: string): Promise<Withstood> {
  const instance = await openInstance(clone)
  try {
    return await withstand(instance, seconds)
  } finally {
    await instance.end()
  }
}

type Person = { cookie: string; pages: readonly string[]; writes: boolean }

async function withstand(instance: Instance, seconds: number): Promise<Withstood> {
  const accounts = accountsOf(instance)
  const ten = await tenAtWork(instance, accounts)
  const colleague = accounts.find(({ role }) => role === 'LAWYER')
  if (!colleague) throw new Error('the demonstration lacks a lawyer')
  const { device } = await comeIn(instance, colleague)
  await atWork(instance, ten, 2)
  const quiet = await atWork(instance, ten, seconds)
  let over = false
  const strangers = attacks(colleague.email).map(({ run }) => run(instance, () => over))
  await wait(2000)
  const signingIn = signInMeanwhile(instance, colleague, device)
  const under = await atWork(instance, ten, seconds)
  const doors = await signingIn
  over = true
  await Promise.all(strangers)
  return report(quiet, under, doors, seconds)
}

/** Caseworkers, supervisors and enumerators, each with a session. */
async function tenAtWork(instance: Instance, accounts: readonly Account[]): Promise<Person[]> {
  const pick = (role: string, count: number) => accounts.filter((one) => one.role === role).slice(0, count)
  const chosen = [...pick('SOCIAL_WORKER', 5), ...pick('SUPERVISOR', 3), ...pick('DTM_ENUM', 5)].slice(0, 10)
  const pages: Record<string, readonly string[]> = {
    SOCIAL_WORKER: ['/work', '/cases', '/directory'],
    SUPERVISOR: ['/work', '/queue', '/alerts'],
    DTM_ENUM: ['/work', '/alerts/new'],
  }
  const people: Person[] = []
  for (const account of chosen) {
    const { session } = await comeIn(instance, account)
    people.push({
      cookie: session,
      pages: pages[account.role] ?? ['/work'],
      writes: account.role === 'DTM_ENUM',
    })
  }
  return people
}

/** Everybody opens a page, thinks a little, and sometimes writes; all answers. */
async function atWork({ port }: Instance, people: readonly Person[], seconds: number): Promise<Answered[]> {
  const until = performance.now() + seconds * 1000
  const answers: Answered[] = []
  const work = async ({ cookie, pages, writes }: Person) => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      answers.push(await send({ port, path: pages[turn % pages.length] ?? '/work', cookie }))
      if (writes && turn % 3 === 0)
        answers.push(
          await send({ port, path: '/api/v1/alerts', cookie, body: alertBody(randomUUID()), json: true }),
        )
      await wait(250)
    }
  }
  await Promise.all(people.map(work))
  return answers
}

type Door = { who: string; status: number; entered: boolean; milliseconds: number }

/** The colleague on a browser the account knows, then on a new one, from the strangers’ own address. */
async function signInMeanwhile(instance: Instance, colleague: Account, device: string): Promise<Door[]> {
  const doors: Door[] = []
  for (const [who, cookie] of [
    ['known browser', device],
    ['new browser', undefined],
  ] as const) {
    const { answer } = await comeIn(instance, colleague, cookie ? { cookie } : {})
    const { status, milliseconds, location } = answer
    doors.push({ who, status, entered: location === '/', milliseconds })
  }
  return doors
}

const times = (answers: readonly Answered[]) => answers.map(({ milliseconds }) => milliseconds)
const failed = (answers: readonly Answered[]) => answers.filter(({ status }) => status !== 200).length

function report(quiet: Answered[], under: Answered[], doors: Door[], seconds: number): Withstood {
  const row = (name: string, answers: Answered[]) => [
    name,
    answers.length,
    failed(answers),
    Math.round(quantile(times(answers), 0.5)),
    Math.round(quantile(times(answers), 0.95)),
    Math.round(Math.max(...times(answers))),
  ]
  const ratio = quantile(times(under), 0.95) / quantile(times(quiet), 0.95)
  const refused = doors.filter(({ entered }) => !entered)
  const odd = [...new Set(under.filter(({ status }) => status !== 200).map(({ status }) => status))]
  const problems = [
    ...(failed(under) > 0 ? [`${failed(under)} requests of people at work failed (${odd.join(', ')})`] : []),
    ...refused.map(({ who, status }) => `the colleague’s right password was not let in: ${who}, ${status}`),
  ]
  return {
    problems,
    table: {
      title: 'Ten people at work while strangers flood the door',
      columns: ['When', 'Requests', 'Failed', 'p50 ms', 'p95 ms', 'Worst ms'],
      rows: [row('quiet', quiet), row('flooded', under)],
      notes: [
        `${seconds} s each; slow bodies, half-open headers, repeated names and 200 sign-ins at once, from the same address`,
        `p95 under the flood is ${ratio.toFixed(1)} times the quiet one`,
        ...doors.map(
          ({ who, entered, milliseconds }) =>
            `the colleague they try, ${who}: ${entered ? 'let in' : 'refused'} after ${Math.round(milliseconds)} ms`,
        ),
        ...problems,
      ],
    },
  }
}
