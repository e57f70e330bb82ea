import { createHmac } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { delayBefore } from '@/lib/platform/access/delay'
import { lookUps } from '@/lib/platform/access/look-ups'
import { pool } from '@/lib/platform/db/client'
import { signInAttempts } from '@/lib/platform/db/schema'
import { derivedKey } from '@/lib/platform/env/env'

const keyed = (kind: string, value: string) =>
  createHmac('sha256', derivedKey('throttle')).update(`${kind}:${value}`).digest()

/** Who tries, and from where: a browser the account knows counts for itself, any other for its address. */
export type Try = { account: string; address: string; device: string | undefined }

/** For every line a try stands in. */
export const askerOf = ({ account, address, device }: Try) => ({
  key: `${address} ${account}`,
  known: device !== undefined,
})

/** Tries whose password has not been looked at: many at once may not all pass as the first. */
const store = globalThis as typeof globalThis & { relaisTries?: Map<string, number> }
store.relaisTries ??= new Map()
const inHand = store.relaisTries

const keysOf = ({ account, address, device }: Try) =>
  device === undefined
    ? { account: keyed('account', account), source: keyed('address', address) }
    : { account: keyed('known account', account), source: keyed('device', device) }

/** Wrong tries are counted up to here; more make no difference. */
const enough = 1001

/**
 * Begins a try, known and unknown accounts alike: the seconds to wait before the password is looked at, and how to end
 * it. Only a wrong password counts as a mistake; one that was not looked at, or not answered, does not.
 */
export async function beginTry(
  one: Try,
): Promise<{ delay: number; end: (how: 'right' | 'wrong' | 'unseen') => Promise<void> }> {
  const keys = keysOf(one)
  const asker = askerOf(one)
  const key = `${keys.account.toString('base64')} ${keys.source.toString('base64')}`
  const before = inHand.get(key) ?? 0
  inHand.set(key, before + 1)
  const leave = () => {
    const left = (inHand.get(key) ?? 1) - 1
    if (left > 0) inHand.set(key, left)
    else inHand.delete(key)
  }
  try {
    const { here, account, address } = await lookUps.inTurn(asker, () => countsOf(keys))
    const delay = delayBefore({ here: here + before, account, address, known: one.device !== undefined })
    return {
      delay,
      end: async (how) => {
        leave()
        if (how === 'wrong') await lookUps.inTurn(asker, () => noteMistake(keys))
        // Behind one address others may have guessed: what a stranger's browser got wrong stays counted. From now on it
        // is known, and counts for itself.
        if (how === 'right' && asker.known) await lookUps.inTurn(asker, () => forgive(keys))
      },
    }
  } catch (error) {
    leave()
    throw error
  }
}

type Keys = ReturnType<typeof keysOf>
type Counts = { here: number; account: number; address: number }

async function countsOf({ account, source }: Keys): Promise<Counts> {
  const since = sql`at > now() - interval '15 minutes'`
  const count = (which: ReturnType<typeof sql>) =>
    sql`(select count(*)::int from (select 1 from access.sign_in_attempts where ${which} and ${since} limit ${enough}) t)`
  const [row] = await pool('auth').execute<Counts>(sql`select
    ${count(sql`account_hash = ${account} and address_hash = ${source}`)} as here,
    ${count(sql`account_hash = ${account}`)} as account,
    ${count(sql`address_hash = ${source}`)} as address`)
  return row ?? { here: 0, account: 0, address: 0 }
}

/** Kept an hour at most: each new one takes some old ones along. */
async function noteMistake({ account, source }: Keys): Promise<void> {
  await pool('auth').insert(signInAttempts).values({ accountHash: account, addressHash: source })
  await pool('auth').execute(sql`delete from access.sign_in_attempts where id in
    (select id from access.sign_in_attempts order by id limit 20) and at < now() - interval '1 hour'`)
}

/** A right password clears the mistakes of a browser that was known before. */
async function forgive({ account, source }: Keys): Promise<void> {
  await pool('auth').execute(
    sql`delete from access.sign_in_attempts where account_hash = ${account} and address_hash = ${source}`,
  )
}
