import { expect } from 'playwright/test'
import postgres from 'postgres'

/** The demonstration's database, as its maintaining owner: to look and to set a stage, never to skip a rule. */
export async function maintaining<T>(work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  const url = process.env.RELAIS_E2E_DATABASE_URL ?? process.env.DATABASE_URL ?? ''
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { role: 'relais_owner' } as never })
  try {
    return (await client.begin(async (tx) => {
      await tx`select set_config('relais.maintenance', 'on', true)`
      return work(tx)
    })) as T
  } finally {
    await client.end()
  }
}

/** A fingerprint of everything casework knows. Left out: what refused requests may write (log, drafts, sessions). */
export const fingerprint = (): Promise<Record<string, string>> =>
  maintaining(async (tx) => {
    const tables = await tx<{ name: string }[]>`select schemaname || '.' || tablename as name from pg_tables
      where schemaname in ('app', 'vault', 'jobs') and tablename not in ('drafts') order by 1`
    const prints: Record<string, string> = {}
    for (const { name } of tables) {
      const [row] = await tx.unsafe(
        `select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0)::text as print from ${name} t`,
      )
      prints[name] = String(row?.print)
    }
    return prints
  })

/** Nothing is begun by the clock while this is done: what changes then was changed by a request. */
export async function whileNothingIsPlanned<T>(work: () => Promise<T>): Promise<T> {
  const shift = (days: number) =>
    maintaining(
      (tx) => tx`update jobs.schedules set planned_for = planned_for + make_interval(days => ${days})`,
    )
  await shift(1)
  try {
    await expect.poll(due, { timeout: 60_000 }).toBe(0)
    return await work()
  } finally {
    await shift(-1)
  }
}

/** What is begun already ends first. Messages wait as they stand: no mail leaves this installation. */
const due = () =>
  maintaining(async (tx) => {
    const [row] = await tx<{ n: number }[]>`select count(*)::int as n from jobs.outbox
      where done_at is null and failed_at is null and run_at <= now() and task <> 'send-notice'`
    return row?.n
  })

/** Sixteen minutes pass for one session alone, the one this cookie belongs to. */
export const letTheSessionExpire = (token: string): Promise<unknown> =>
  maintaining(
    (tx) => tx`update access.sessions set last_seen_at = now() - interval '16 minutes'
      where token_hash = sha256(convert_to(${token}, 'UTF8'))`,
  )
