import { createHmac } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { RawValues } from '@/lib/base/forms/form'
import type { Actor } from '@/lib/platform/access/actor'
import type { Tx } from '@/lib/platform/db/client'
import { spentKeys } from '@/lib/platform/db/schema'
import { derivedKey } from '@/lib/platform/env/env'

export type Spent = { sameBody: boolean; location: string; answer: string; at: Date }

export function macOf(action: string, values: RawValues): Buffer {
  const canonical = JSON.stringify([action, ...Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))])
  return createHmac('sha256', derivedKey('form bodies')).update(canonical).digest()
}

/** Waits for another request with the same key, then says whether the key is already spent. */
export async function spentBy(tx: Tx, actor: Actor, key: string, mac: Buffer): Promise<Spent | undefined> {
  await tx.execute(sql`select app.one_at_a_time(${key})`)
  const [row] = await tx
    .select()
    .from(spentKeys)
    .where(and(eq(spentKeys.userId, actor.userId), eq(spentKeys.key, key)))
  if (!row) return undefined
  return { sameBody: row.bodyMac.equals(mac), location: row.location, answer: row.answer, at: row.at }
}

/** Of a form told without a name: the key alone, without who sent it or what came of it. */
const unsignedMac = (key: string): Buffer =>
  createHmac('sha256', derivedKey('unsigned forms')).update(key).digest()

/** Waits for another request with the same key, then says whether it was told already. */
export async function spentUnsigned(tx: Tx, key: string): Promise<boolean> {
  await tx.execute(sql`select app.one_at_a_time(${key})`)
  const [row] = await tx.execute(sql`select from app.unsigned_keys where key_mac = ${unsignedMac(key)}`)
  return row !== undefined
}

export async function spendUnsigned(tx: Tx, key: string): Promise<void> {
  await tx.execute(sql`insert into app.unsigned_keys (key_mac) values (${unsignedMac(key)})`)
}

/** Spends the key: only a success does. Kept 30 days, whatever its person asks. */
export async function spend(
  tx: Tx,
  actor: Actor,
  record: { key: string; mac: Buffer; location: string; answer: string },
): Promise<void> {
  const { key, mac, location, answer } = record
  await tx
    .insert(spentKeys)
    .values({ userId: actor.userId, key, bodyMac: mac, status: 303, location, answer })
}
