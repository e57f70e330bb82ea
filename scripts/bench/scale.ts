import { env } from 'node:process'
import type { BenchTable } from './figures/table'
import { endOf, type Work, workSince, writeDownPlans } from './growth/plans'
import { type Visit, visitsOf } from './growth/visits'
import { fetchPage, median, quantile } from './served/browse'
import { type Measured, openServed } from './served/open-served'

/** Two sizes beside each other; `RELAIS_BENCH_CASES=10000,300000` for other ones. */
const [few = 10_000, many = 100_000] = (env.RELAIS_BENCH_CASES ?? '10000,100000').split(',').map(Number)
const warm = 8
const pairs = 15
const clients = 8
const perClient = 8

type Timed = { ratio: number; few: number; many: number; p95: number }

/** How each page's work grows with the cases: buffers and rows read, one client in pairs, eight clients. */
export async function bench(): Promise<BenchTable> {
  const seeded = performance.now()
  const small = await openServed(few)
  const between = performance.now()
  const large = await openServed(many)
  const seconds = (from: number, to: number) => Math.round((to - from) / 1000)
  try {
    const visits = { few: await visitsOf(small.served), many: await visitsOf(large.served) }
    const times = await timesOf(small, large, visits)
    const work = { few: await workOf(small, visits.few), many: await workOf(large, visits.many) }
    return {
      title: `Pages at ${few} and ${many} cases`,
      columns: [
        'Page',
        'Statements',
        'Buffers',
        'at many',
        'ratio',
        'Rows',
        'at many',
        'ratio',
        'ms',
        'at many',
        'ratio',
        'p95/8 at many',
      ],
      rows: visits.few.map(({ name }, index) => rowOf(name, work.few[index], work.many[index], times[index])),
      notes: [
        `filled in ${seconds(seeded, between)} and ${seconds(between, performance.now())} s before the first page, with the demonstration and the server's start`,
        `milliseconds: medians of ${pairs} interleaved pairs, one client; p95 with ${clients} clients`,
        'buffers and rows: the plans of the page’s own statements, warm; the session’s frame and the log’s line apart',
      ],
    }
  } finally {
    await large.end()
    await small.end()
  }
}

const ratio = (a: number, b: number): number => Number((b / Math.max(a, 1)).toFixed(2))
const round = (value: number): number => Number(value.toFixed(1))

function rowOf(name: string, a?: Work, b?: Work, time?: Timed): (string | number)[] {
  if (!a || !b || !time) return [name]
  return [
    name,
    b.statements,
    ...[a.buffers, b.buffers, ratio(a.buffers, b.buffers)],
    ...[Math.round(a.rows), Math.round(b.rows), ratio(a.rows, b.rows)],
    ...[round(time.few), round(time.many), Number(time.ratio.toFixed(2)), Math.round(time.p95)],
  ]
}

type Both = { few: Visit[]; many: Visit[] }

async function timesOf(small: Measured, large: Measured, visits: Both): Promise<Timed[]> {
  const found: Timed[] = []
  for (const [index, visit] of visits.few.entries()) {
    const other = visits.many[index]
    if (!other) continue
    const times = { few: [] as number[], many: [] as number[] }
    for (let pair = -2; pair < pairs; pair += 1) {
      const [a, b] = [await timeOf(small, visit), await timeOf(large, other)]
      if (pair < 0) continue
      times.few.push(a)
      times.many.push(b)
    }
    const ratios = times.many.map((value, pair) => value / (times.few[pair] ?? value))
    const p95 = await crowd(large, other)
    found.push({ ratio: median(ratios), few: median(times.few), many: median(times.many), p95 })
  }
  return found
}

async function timeOf({ served }: Measured, { path, cookie, name }: Visit): Promise<number> {
  const { status, milliseconds } = await fetchPage(served, path, cookie)
  if (status !== 200) throw new Error(`${name} answered ${status}`)
  return milliseconds
}

async function crowd(measured: Measured, visit: Visit): Promise<number> {
  const client = async () => {
    const times: number[] = []
    for (let each = 0; each < perClient; each += 1) times.push(await timeOf(measured, visit))
    return times
  }
  return quantile((await Promise.all(Array.from({ length: clients }, client))).flat(), 0.95)
}

async function workOf(measured: Measured, visits: Visit[]): Promise<Work[]> {
  const { served } = measured
  await writeDownPlans(served)
  const log = served.folder.log('postgresql')
  const found: Work[] = []
  for (const { path, cookie } of visits) {
    for (let visit = 0; visit < warm; visit += 1) await fetchPage(served, path, cookie)
    const from = endOf(log)
    await fetchPage(served, path, cookie)
    found.push(workSince(log, from))
  }
  return found
}
