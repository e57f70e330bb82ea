import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from 'node:process'
import { reckonedBy } from './busiest/work'
import type { BenchTable } from './figures/table'
import { fetchPage, median, type Reached, signIn } from './served/browse'
import { openServed } from './served/open-served'

const cases = 10_000
const clients = 8
const perClient = 13
const rounds = 5
const pages = clients * perClient
/** The page as its loader found it last time. */
const fromMemory = { 'x-measure': 'memory' }

/** Where a page is asked for, and what is sent beside: nothing, or that it comes from memory. */
type Run = { reached: Reached; visit: Visit; extra?: Record<string, string> }
type Visit = { name: string; path: string; cookie: string }

/**
 * The five pages that are opened most: pages a second with eight clients, beside the same page from memory and, with
 * `RELAIS_BENCH_BESIDE=<port>:<data folder>`, beside another release that serves there; and what each costs in processor time.
 */
export async function bench(): Promise<BenchTable> {
  const { served, server, end } = await openServed(cases)
  try {
    const other = beside()
    const visits = await visitsOf(served)
    const others = other ? await visitsOf(other) : []
    const postmaster = Number(
      readFileSync(join(served.database.dataFolder ?? '', 'postmaster.pid'), 'utf8').split('\n')[0],
    )
    const rows: (string | number)[][] = []
    for (const [index, visit] of visits.entries()) {
      const ours = { reached: served, visit }
      const theirs = other && others[index] ? { reached: other, visit: others[index] } : undefined
      const { live, memory, other: theirsLive } = await inRounds(ours, theirs)
      const cost = async (run: Run) => {
        const before = reckonedBy(server?.pid ?? 0, postmaster)
        await perSecond(run)
        const after = reckonedBy(server?.pid ?? 0, postmaster)
        return [each(after.server - before.server), each(after.database - before.database)]
      }
      const costs = [...(await cost(ours)), (await cost({ ...ours, extra: fromMemory }))[0] ?? 0]
      const { statements, bytes } = await fetchPage(served, visit.path, visit.cookie, {
        'accept-encoding': 'gzip',
      })
      rows.push([
        visit.name,
        statements,
        bytes,
        ...costs,
        ...[median(live), median(memory)].map(Math.round),
        ratios(live, memory),
        ...(theirs ? [Math.round(median(theirsLive)), ratios(live, theirsLive)] : []),
      ])
    }
    return {
      title: `The five busiest pages, ${cases} further cases`,
      columns: [
        'Page',
        'Statements',
        'Gzip B',
        'Server ms',
        'Database ms',
        'Server ms, memory',
        'Pages/s',
        'from memory',
        'ratio',
      ].concat(other ? ['beside', 'times'] : []),
      rows,
      notes: [
        `${rounds} interleaved rounds of ${pages} pages, ${clients} clients; ratios are medians of the rounds`,
      ],
    }
  } finally {
    await end()
  }
}

const each = (milliseconds: number): number => Number((milliseconds / pages).toFixed(2))
const ratios = (live: number[], other: number[]): number =>
  Number(median(live.map((value, round) => value / (other[round] ?? value))).toFixed(2))

/** Another release that serves on this machine, by its port and its data folder. */
function beside(): Reached | undefined {
  const [port, ...folder] = (env.RELAIS_BENCH_BESIDE ?? '').split(':')
  if (!port) return undefined
  return {
    origin: `http://127.0.0.1:${port}`,
    port: Number(port),
    folder: { file: (name: string) => join(folder.join(':'), name) },
  }
}

async function visitsOf(reached: Reached): Promise<Visit[]> {
  const supervisor = await signIn(reached, (one) => one.role === 'SUPERVISOR' && one.offices.includes('GAO'))
  const worker = await signIn(reached, (one) => one.role === 'SOCIAL_WORKER' && one.offices.includes('GAO'))
  const partner = await signIn(reached, (one) => one.partner === 'UNICEF')
  const list = (await fetchPage(reached, '/cases', worker)).text()
  const code = /\/cases\/(MLP-[\dA-Z-]+)/.exec(list)?.[1] ?? ''
  return [
    { name: 'Home, caseworker', path: '/work', cookie: worker },
    { name: 'Cases, caseworker', path: '/cases', cookie: worker },
    { name: 'Case page', path: `/cases/${code}`, cookie: worker },
    { name: 'Queue, supervisor', path: '/queue', cookie: supervisor },
    { name: 'Inbox, agency', path: '/inbox', cookie: partner },
  ]
}

async function inRounds(ours: Run, theirs?: Run) {
  const found = { live: [] as number[], memory: [] as number[], other: [] as number[] }
  const remembered = { ...ours, extra: fromMemory }
  for (const run of [ours, remembered, theirs]) if (run) await perSecond(run)
  for (let round = 0; round < rounds; round += 1) {
    found.live.push(await perSecond(ours))
    found.memory.push(await perSecond(remembered))
    if (theirs) found.other.push(await perSecond(theirs))
  }
  return found
}

/** Whole pages a second; a page that answers anything but 200 ends the measurement. */
async function perSecond({ reached, visit, extra = {} }: Run): Promise<number> {
  const started = performance.now()
  const client = async () => {
    for (let page = 0; page < perClient; page += 1) {
      const { status } = await fetchPage(reached, visit.path, visit.cookie, extra)
      if (status !== 200) throw new Error(`${visit.name} answers ${status}`)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return pages / ((performance.now() - started) / 1000)
}
