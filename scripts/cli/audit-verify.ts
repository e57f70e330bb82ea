import postgres from 'postgres'
import { env } from '@/lib/platform/env/env'

/** Walks the log and says where it stops holding. The database recomputes bytes and keyed hash of every row. */
const client = postgres(env().databaseUrl, {
  max: 1,
  onnotice: () => {},
  connection: { role: 'relais_owner' } as never,
})
try {
  const [row] = await client<{ bad: string | null; count: string }[]>`
    select audit.first_bad_row() as bad, (select last_value from audit.events_id_seq) as count`
  if (row?.bad) {
    process.stderr.write(`The log does not hold: row ${row.bad} was changed.\n`)
    process.exitCode = 1
  } else process.stdout.write(`The log holds (${row?.count ?? 0} rows written).\n`)
} finally {
  await client.end()
}
