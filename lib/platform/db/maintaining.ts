import postgres from 'postgres'
import { env } from '@/lib/platform/env/env'

/**
 * One transaction as the schema's owner, saying that it maintains: what the seed and an operator's chores run in.
 * Triggers and constraints judge every row. Never used by the server.
 */
export async function maintaining<T>(work: (tx: postgres.TransactionSql) => Promise<T>): Promise<T> {
  const client = asOwner()
  try {
    const outcome = await client.begin(async (tx) => {
      await tx`select set_config('relais.maintenance', 'on', true)`
      return work(tx)
    })
    return outcome as T
  } finally {
    await client.end()
  }
}

/** Statistics are read and pages marked as whole, table by table of the schema's owner. */
export async function tidied(): Promise<void> {
  const client = asOwner()
  try {
    await client.unsafe('vacuum (analyze)')
  } finally {
    await client.end()
  }
}

const asOwner = () =>
  postgres(env().databaseUrl, { max: 1, onnotice: () => {}, connection: { role: 'relais_owner' } as never })
