import { getTableName } from 'drizzle-orm'
import { type PgTable, pgTable } from 'drizzle-orm/pg-core'

/** A table by its name alone, for `for('update', { of })`: PostgreSQL takes no schema there, and drizzle would write one. */
export const bare = (table: PgTable): PgTable => pgTable(getTableName(table), {})
