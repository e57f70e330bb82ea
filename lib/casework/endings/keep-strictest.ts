import { and, eq, inArray, sql } from 'drizzle-orm'
import { strictest } from '@/lib/casework/likeness/strictest'
import { openIdentity, sealIdentity } from '@/lib/casework/people/sealed-identity'
import { within } from '@/lib/casework/people/within'
import { people } from '@/lib/platform/db/schema'
import type { Ctx } from '@/lib/platform/gate/verb'
import { openKeys } from '@/lib/platform/vault/keys'
import type { PairInHand } from './on-pair'

/** `version`: of the person as they were read, so that nobody's newer save is lost. */
type Sealed = { identity: Buffer; version: number }

/**
 * The known person's sealed facts with whom never to tell, and what to beware of, from both files; null where nothing is
 * added, or where the known file is out of this reach (its team then reads the file that points at it).
 */
export async function sealStrictest(
  { tx, actor }: Ctx,
  { reach, knownId }: Pick<PairInHand, 'reach' | 'knownId'>,
): Promise<Sealed | null> {
  if (!knownId) return null
  const rows = await tx
    .select()
    .from(people)
    .where(
      and(
        inArray(people.caseId, [reach.record.id, knownId]),
        eq(people.standing, 'PRINCIPAL'),
        within(actor),
      ),
    )
  const keys = await openKeys(
    tx,
    rows.map(({ keyId }) => keyId),
  )
  const [known, other] = [knownId, reach.record.id].map((caseId) => {
    const row = rows.find((one) => one.caseId === caseId)
    const key = row && keys.get(row.keyId)
    return row && key && { row, key, identity: openIdentity(key, row.id, row.identity) }
  })
  if (!known || !other) return null
  const now = { ...known.identity, ...strictest(known.identity, other.identity) }
  return JSON.stringify(now) === JSON.stringify(known.identity)
    ? null
    : { identity: sealIdentity(known.key, known.row.id, now), version: known.row.version }
}

/** In the transaction of the second word: the stricter way of contact, a no to calls, and the sealed part, on the known file. */
export const keepStrictest = ({ tx }: Ctx, pair: string, sealed: Sealed | null) =>
  tx.execute(
    sql`select app.keep_strictest(${pair}::uuid, ${sealed?.identity ?? null}, ${sealed?.version ?? null}::integer)`,
  )
