import { sql } from 'drizzle-orm'
import type { Ctx } from '@/lib/platform/gate/verb'
import type { Known } from './facts'
import { listed, tokensFor } from './make-tokens'

/** Somebody of a case, under what they are to be found; `restricted` as their case is in this transaction. */
export type Filed = { id: string; known: Known; restricted: boolean }

const bookOf = ({ restricted }: Filed) => (restricted ? 'restricted' : 'open')

/**
 * Files people under what is known of them, in the transaction that wrote it: a row whose tokens did not change is not
 * written. The database takes it only from whoever may write these people.
 */
export async function keepTokens({ tx }: Pick<Ctx, 'tx'>, people: readonly Filed[]): Promise<void> {
  for (const one of people)
    await tx.execute(
      sql`select app.keep_tokens(${one.id}::uuid, ${listed(tokensFor(one.id, one.known, bookOf(one)))}::bigint[])`,
    )
}

/** The same of an alert that is being raised, where it holds a name; it is forgotten when the alert is triaged. */
export async function keepAlertTokens(
  { tx }: Pick<Ctx, 'tx'>,
  alert: { id: string; known: Known },
): Promise<void> {
  const tokens = tokensFor(alert.id, alert.known, 'open')
  if (tokens.length > 0)
    await tx.execute(sql`select app.keep_alert_tokens(${alert.id}::uuid, ${listed(tokens)}::bigint[])`)
}
