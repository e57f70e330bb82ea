import postgres from 'postgres'
import type { Served } from '../instance/environment'
import type { BenchTable } from './figures/table'
import { fetchPage, median, quantile, signIn } from './served/browse'
import { openServed } from './served/open-served'

const cases = 10_000
const tries = 15
const clients = 8
const perClient = 20
const pairs = 5

type Visit = { name: string; path: string; cookie: string }

/** What each page weighs and asks of the database, and how the lists hold at 10,000 further cases. */
export async function bench(): Promise<BenchTable> {
  const { served, end } = await openServed(cases)
  try {
    const visits = await visitsOf(served)
    const rows: (string | number)[][] = []
    for (const visit of visits) rows.push(await weigh(served, visit))
    const lists = visits.filter(({ name }) => name.startsWith('List'))
    const notes = [`${cases} further cases; every figure on this machine, warm.`]
    for (const list of lists) notes.push(await underLoad(served, list))
    return {
      title: 'Pages',
      columns: ['Page', 'Status', 'Brotli B', 'Gzip B', 'Statements', 'Median ms'],
      rows,
      notes,
    }
  } finally {
    await end()
  }
}

async function visitsOf(served: Served): Promise<Visit[]> {
  const supervisor = await signIn(served, (one) => one.role === 'SUPERVISOR' && one.offices.includes('GAO'))
  const worker = await signIn(served, (one) => one.role === 'SOCIAL_WORKER' && one.offices.includes('GAO'))
  const partner = await signIn(served, (one) => one.partner === 'UNICEF')
  const officer = await signIn(served, (one) => one.role === 'IM')
  const enumerator = await signIn(served, (one) => one.role === 'DTM_ENUM')
  const known = await places(served)
  return [
    { name: 'Sign-in', path: '/sign-in', cookie: supervisor.split('; ').at(-1) ?? '' },
    { name: 'Home, caseworker', path: '/work', cookie: worker },
    { name: 'Home, supervisor', path: '/work', cookie: supervisor },
    { name: 'Home, information officer', path: '/work', cookie: officer },
    { name: 'List: queue', path: '/queue', cookie: supervisor },
    { name: 'List: cases, supervisor', path: '/cases', cookie: supervisor },
    { name: 'List: cases, caseworker', path: '/cases', cookie: worker },
    { name: 'Case page', path: `/cases/${known.code}`, cookie: supervisor },
    { name: 'Referrals', path: '/referrals', cookie: supervisor },
    { name: 'Referral page', path: `/referrals/${known.referral}`, cookie: supervisor },
    { name: 'Directory', path: '/directory', cookie: worker },
    { name: 'Alerts', path: '/alerts', cookie: supervisor },
    { name: 'Quick alert', path: '/alerts/new', cookie: enumerator },
    { name: 'Partner inbox', path: '/inbox', cookie: partner },
    { name: 'Statistics', path: '/statistics', cookie: officer },
  ]
}

/** A case with a long history, and one of its referrals, in Gao. */
async function places(served: Served): Promise<{ code: string; referral: string }> {
  const client = postgres(served.database.url, { max: 1, connection: { role: 'relais_owner' } as never })
  const [row] = await client.begin(async (tx) => {
    await tx`select set_config('relais.maintenance', 'on', true)`
    return tx<
      { code: string; referral: string }[]
    >`select c.code, min(r.id::text) as referral from app.cases c
      join app.referrals r on r.case_id = c.id join app.referral_events e on e.referral_id = r.id
      where c.office_id = 'GAO' and c.sensitivity = 'S3' and c.state = 'OPEN' group by c.code order by count(*) desc limit 1`
  })
  await client.end()
  return row ?? { code: '', referral: '' }
}

async function weigh(served: Served, { name, path, cookie }: Visit): Promise<(string | number)[]> {
  const brotli = await fetchPage(served, path, cookie, { 'accept-encoding': 'br' })
  const gzip = await fetchPage(served, path, cookie, { 'accept-encoding': 'gzip' })
  const times: number[] = []
  for (let each = 0; each < tries; each += 1) times.push((await fetchPage(served, path, cookie)).milliseconds)
  return [name, gzip.status, brotli.bytes, gzip.bytes, gzip.statements, Number(median(times).toFixed(1))]
}

/** p95 of whole pages with 8 clients, beside the same page from memory, in interleaved pairs. */
async function underLoad(served: Served, { name, path, cookie }: Visit): Promise<string> {
  await fetchPage(served, path, cookie)
  const runs = { live: [] as number[], memory: [] as number[] }
  for (let pair = 0; pair < pairs; pair += 1) {
    runs.live.push(await p95(served, { path, cookie }, {}))
    runs.memory.push(await p95(served, { path, cookie }, { 'x-measure': 'memory' }))
  }
  const ratio = median(runs.live.map((live, index) => (runs.memory[index] ?? live) / live))
  return `${name}: p95 ${median(runs.live).toFixed(0)} ms with ${clients} clients; from memory ${median(runs.memory).toFixed(0)} ms; ratio ${ratio.toFixed(2)} (median of ${pairs} pairs)`
}

async function p95(
  served: Served,
  { path, cookie }: Pick<Visit, 'path' | 'cookie'>,
  extra: Record<string, string>,
): Promise<number> {
  const client = async () => {
    const times: number[] = []
    for (let each = 0; each < perClient; each += 1)
      times.push((await fetchPage(served, path, cookie, extra)).milliseconds)
    return times
  }
  return quantile((await Promise.all(Array.from({ length: clients }, client))).flat(), 0.95)
}
