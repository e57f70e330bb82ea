import { sql } from 'drizzle-orm'

/** Sealed bytes as an argument of a function of the database. */
export const asBytes = (sealed: Buffer) => sql`decode(${sealed.toString('base64')}, 'base64')`
