import postgres from 'postgres'
import { EVERYWHERE, planStaffing } from '@/drizzle/seed/scale/staffing'
import { translator } from '@/lib/base/i18n/translate'
import type { Served } from '../../instance/environment'
import { fetchPage, median, quantile, signIn } from '../served/browse'
import { type Question, questionsOf } from './questions'

const WARM = 3
const TIMES = 25
/** The page, from the request to its last byte, warm, asked by one client. */
const AIM = 300

export type QuestionRow = (string | number)[]

/** Times every way of asking as whoever supervises everything (the widest reach) and as a caseworker. */
export async function timeQuestions(served: Served, people: number): Promise<QuestionRow[]> {
  await liftBudget(served)
  const questions = questionsOf(planStaffing(people), people)
  const everything = await signIn(served, ({ email }) => email === EVERYWHERE)
  const worker = await signIn(
    served,
    ({ role, offices }) => role === 'SOCIAL_WORKER' && offices.includes('GAO'),
  )
  const rows: QuestionRow[] = []
  for (const question of questions) rows.push(await timed(served, question, 'supervisor of all', everything))
  for (const question of questions) rows.push(await timed(served, question, 'caseworker', worker))
  return rows
}

async function timed(
  served: Served,
  { name, typed }: Question,
  who: string,
  cookie: string,
): Promise<QuestionRow> {
  const path = `/search?q=${encodeURIComponent(typed)}`
  const times: number[] = []
  for (let time = -WARM; time < TIMES; time += 1) {
    const { milliseconds } = await fetchPage(served, path, cookie)
    if (time >= 0) times.push(milliseconds)
  }
  const { status, statements, text } = await fetchPage(served, path, cookie)
  const listed = new Set(text().match(/\/cases\/MLP-[0-9A-Z-]{9}/g)).size
  const p95 = quantile(times, 0.95)
  const answered =
    status === 200 ? (listed > 0 ? listed : tooMany(text()) ? 'says too many' : 'nobody') : 'its file'
  return [
    ...[`${name}, ${who}`, answered, statements],
    ...[Math.round(median(times)), Math.round(p95), p95 <= AIM ? 'held' : 'NOT HELD'],
  ]
}

const tooMany = (page: string): boolean => page.includes(translator('fr')('search.many.title'))

/** Measuring is no hasty reading. */
async function liftBudget({ database }: Served): Promise<void> {
  const client = postgres(database.url, { max: 1, connection: { role: 'relais_owner' } as never })
  await client.begin(async (tx) => {
    await tx`select set_config('relais.maintenance', 'on', true)`
    await tx`update app.settings set value = 1000000 where key = 'reading.budget'`
  })
  await client.end()
}
