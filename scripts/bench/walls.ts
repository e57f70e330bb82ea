import { readFileSync } from 'node:fs'
import { env } from 'node:process'
import type { Sql, TransactionSql } from 'postgres'
import postgres from 'postgres'
import { median } from './served/browse'
import { openServed } from './served/open-served'
import type { BenchTable } from './table'

const cases = 10_000
const rounds = 200
const pairs = 5

/** What the second wall costs: the same list with policies, with policies and the log, and with neither. */
export async function bench(): Promise<BenchTable> {
  const { served, end } = await openServed(cases, false)
  env.DATABASE_URL = served.database.url
  env.RELAIS_DATA = served.folder.path
  env.RELAIS_DEMO = '1'
  const { addressOf } = await import('@/lib/db/logins')
  const { startSession } = await import('@/lib/access/sessions')
  const { closePools } = await import('@/lib/db/client')
  const accounts: { email: string; role: string; offices: string[] }[] = JSON.parse(
    readFileSync(served.folder.file('demo-accounts.json'), 'utf8'),
  )
  const email = accounts.find((one) => one.role === 'SUPERVISOR' && one.offices.includes('GAO'))?.email ?? ''
  const owner = postgres(served.database.url, { max: 1, connection: { role: 'relais_owner' } as never })
  const web = postgres(addressOf('web'), { max: 1 })
  try {
    const [user] = await asOwner(
      owner,
      (tx) => tx<{ id: string }[]>`select id from access.users where email = ${email}`,
    )
    const token = await startSession(user?.id ?? '', 'staff')
    const plain = () => asOwner(owner, list)
    const walled = () => asStaff(web, token, list)
    const logged = () =>
      asStaff(web, token, async (tx) => {
        await list(tx)
        await tx`select audit.append('case.list', 'case-list', '', null, 'done', '{"count":25}')`
      })
    const times: Record<'plain' | 'walled' | 'logged', number[]> = { plain: [], walled: [], logged: [] }
    for (let pair = 0; pair < pairs; pair += 1) {
      times.plain.push(await time(plain))
      times.walled.push(await time(walled))
      times.logged.push(await time(logged))
    }
    const ratio = (name: 'walled' | 'logged') =>
      median(times[name].map((value, index) => value / (times.plain[index] ?? value)))
    return {
      title: 'The second wall and the log',
      columns: ['The list of 25 cases of two offices', 'Milliseconds', 'Ratio'],
      rows: [
        ['as the owner, no policy, no log', round(median(times.plain)), 1],
        ['with row-level security and the session', round(median(times.walled)), round(ratio('walled'))],
        ['with row-level security and the log', round(median(times.logged)), round(ratio('logged'))],
      ],
      notes: [
        `${cases} further cases; ${rounds} lists a run, medians of ${pairs} interleaved runs, one connection.`,
      ],
    }
  } finally {
    await Promise.all([owner.end(), web.end(), closePools()])
    await end()
  }
}

/** The statement of a supervisor's list, written once for all three. */
const list = (tx: TransactionSql) => tx`
  select c.id, c.code, c.sensitivity, c.state, c.risk, c.next_due_at, c.last_contact_on, u.name, p.sex, p.birth_year
  from app.cases c join access.users u on u.id = c.lead_id
    join app.people p on p.case_id = c.id and p.standing = 'PRINCIPAL'
  where c.office_id = any(${['GAO', 'TBT']}) and c.sensitivity = 'S3' and c.state in ('DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE')
  order by c.next_due_at, c.id limit 26`

const asOwner = <T>(client: Sql, work: (tx: TransactionSql) => Promise<T>) =>
  client.begin(async (tx) => {
    await tx`select set_config('relais.maintenance', 'on', true)`
    return work(tx)
  }) as Promise<T>

const asStaff = (client: Sql, token: string, work: (tx: TransactionSql) => Promise<unknown>) =>
  client.begin(async (tx) => {
    await tx`select * from access.enter(${token})`
    return work(tx)
  })

async function time(work: () => Promise<unknown>): Promise<number> {
  await work()
  const started = performance.now()
  for (let each = 0; each < rounds; each += 1) await work()
  return (performance.now() - started) / rounds
}

const round = (value: number): number => Number(value.toFixed(2))
