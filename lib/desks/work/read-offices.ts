import { asc, inArray } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import type { Tx } from '@/lib/platform/db/client'
import { offices } from '@/lib/platform/db/schema'
import type { Reading } from '@/lib/platform/gate/read'

/** The actor's offices and their telephones; all offices for those who belong to none. */
export async function officesOf(tx: Tx, actor: Pick<Actor, 'offices'>) {
  const own = actor.offices.length > 0 ? inArray(offices.id, [...actor.offices]) : undefined
  return tx.select().from(offices).where(own).orderBy(asc(offices.name))
}

/** The account as the menu page shows it. */
export async function readOffices(reading: Reading) {
  const { tx, actor } = reading
  const own = actor.offices.length > 0 ? await officesOf(tx, actor) : []
  const view = { names: own.map(({ name }) => name), psea: actor.abuseWaiting ?? null }
  return { view, subject: { type: 'page', id: 'menu' } }
}
