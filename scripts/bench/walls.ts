import { readFileSync } from 'node:fs'
import { env } from 'node:process'
import type { Db } from '@/lib/platform/db/client'
import type { BenchTable } from './figures/table'
import { median } from './served/browse'
import { openServed } from './served/open-served'

const cases = 10_000
const rounds = 60
const pairs = 5

/** What the second wall and the log cost: a supervisor's case list with both, with policies only, and with neither. */
export async function bench(): Promise<BenchTable> {
  const { served, end } = await openServed(cases, false)
  env.DATABASE_URL = served.database.url
  env.RELAIS_DATA = served.folder.path
  env.RELAIS_DEMO = '1'
  const lists = await threeLists(served.folder.file('demo-accounts.json'), served.database.url)
  try {
    const times: Record<Name, number[]> = { plain: [], walled: [], logged: [] }
    for (let pair = 0; pair < pairs; pair += 1)
      for (const name of names) times[name].push(await time(lists[name]))
    const ratio = (name: Name) =>
      round(median(times[name].map((value, at) => value / (times.plain[at] ?? value))))
    const row = (name: Name, words: string) => [words, round(median(times[name])), ratio(name)]
    return {
      title: 'The second wall and the log',
      columns: ['The list of 25 cases of two offices', 'Milliseconds', 'Ratio'],
      rows: [
        row('plain', 'as the definer: policies that let everything through, no log'),
        row('walled', 'with row-level security'),
        row('logged', 'with row-level security and the log'),
      ],
      notes: [
        `${cases} further cases; ${rounds} lists a run, medians of ${pairs} interleaved runs, one connection each.`,
      ],
    }
  } finally {
    await lists.close()
    await end()
  }
}

const names = ['plain', 'walled', 'logged'] as const
type Name = (typeof names)[number]

/** The page's own loader three times: as a role whose policies are `true`, as staff, and as staff with the log. */
async function threeLists(accountsFile: string, url: string) {
  const { sql } = await import('drizzle-orm')
  const { drizzle } = await import('drizzle-orm/postgres-js')
  const { default: postgres } = await import('postgres')
  const { asSession, enter } = await import('@/lib/platform/access/enter')
  const { startSession } = await import('@/lib/platform/access/sessions')
  const { append } = await import('@/lib/platform/audit/append')
  const { listCases } = await import('@/lib/desks/case-file/list-cases')
  const { closePools } = await import('@/lib/platform/db/client')
  const { translator } = await import('@/lib/base/i18n/translate')
  const client = postgres(url, {
    max: 1,
    onnotice: () => {},
    connection: { role: 'relais_definer' } as never,
  })
  const owner = drizzle(client) as unknown as Db
  const userId = await owner.transaction(async (tx) => {
    const [user] = await tx.execute<{ id: string }>(
      sql`select id from access.users where email = ${supervisorIn(accountsFile)}`,
    )
    return user?.id ?? ''
  })
  const token = await startSession(userId, 'staff')
  const t = translator('fr')
  const actor = await asSession('staff', async (tx) => {
    const entry = await enter(tx, token)
    if (entry.state !== 'live') throw new Error('the session did not start')
    return entry.actor
  })
  return {
    plain: () =>
      owner.transaction(async (tx) => {
        // Who asks is looked up without the second wall as well.
        await enter(tx, token)
        await listCases({ tx, actor, t }, {})
      }),
    walled: () =>
      asSession('staff', async (tx) => {
        await enter(tx, token)
        await listCases({ tx, actor, t }, {})
      }),
    logged: () =>
      asSession('staff', async (tx) => {
        await enter(tx, token)
        await listCases({ tx, actor, t }, {})
        await append(tx, {
          action: 'case.list',
          subject: { type: 'case-list', id: '' },
          outcome: 'done',
          detail: { count: 25 },
        })
      }),
    close: async () => {
      await Promise.all([client.end(), closePools()])
    },
  }
}

function supervisorIn(file: string): string {
  const accounts: { email: string; role: string; offices: string[] }[] = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  return accounts.find((one) => one.role === 'SUPERVISOR' && one.offices.includes('GAO'))?.email ?? ''
}

async function time(work: () => Promise<unknown>): Promise<number> {
  await work()
  const started = performance.now()
  for (let each = 0; each < rounds; each += 1) await work()
  return (performance.now() - started) / rounds
}

const round = (value: number): number => Number(value.toFixed(2))
