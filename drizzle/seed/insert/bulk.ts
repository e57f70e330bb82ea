import type { TransactionSql } from 'postgres'

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const chunk = 1000

export type SeedRow = Record<string, unknown>

/** Inserts many rows of one table, 1,000 a statement, through JSON: bytes travel as `\x…`, lists as lists. */
export async function insertRows(tx: TransactionSql, table: string, rows: readonly SeedRow[]): Promise<void> {
  const first = rows[0]
  if (!first) return
  const names = Object.keys(first).map((name) => [name, snake(name)] as const)
  const list = names.map(([, column]) => `"${column}"`).join(', ')
  const plain = plainly(names)
  for (let from = 0; from < rows.length; from += chunk) {
    const part = rows.slice(from, from + chunk).map(plain)
    await tx.unsafe(
      `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1::text::json)`,
      [JSON.stringify(part)],
    )
  }
}

/** Columns by name, said once a statement: a million rows have few names. */
function plainly(names: readonly (readonly [name: string, column: string])[]) {
  return (row: SeedRow): SeedRow => {
    const out: SeedRow = {}
    for (const [name, column] of names) {
      const value = row[name]
      out[column] = Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value
    }
    return out
  }
}
