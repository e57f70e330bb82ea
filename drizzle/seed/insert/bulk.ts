import type { TransactionSql } from 'postgres'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const chunk = 1000

export type SeedRow = Record<string, unknown>

/** Inserts many rows of one table, 1,000 a statement, through JSON: bytes travel as `\x…`, lists as lists. */
export async function insertRows(tx: TransactionSql, table: string, rows: readonly SeedRow[]): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = Object.keys(first).map(snake)
  const list = columns.map((column) => `"${column}"`).join(', ')
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.slice(from, from + chunk).map(plain)
    await tx.unsafe(
      `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1::text::json)`,
      [JSON.stringify(part)],
    )
  }
}

const plain = (row: SeedRow): SeedRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      snake(name),
      Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value,
    ]),
  )
