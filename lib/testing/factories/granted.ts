import { sharePlace } from '@/lib/base/addresses/referral-places'
import { FACT_KEYS, type FactKey, stageOf } from '@/lib/casework/consents/facts'
import { SHAPES } from '@/lib/casework/referrals/exchange/fact-shapes'
import type { Json } from '@/lib/casework/referrals/sharing/fact-values'
import { unwrap } from '@/lib/platform/vault/keys'
import { sealJson } from '@/lib/platform/vault/seal'
import { root } from '../database'

/** The word by which a fact is found again wherever it stands. */
export const markOf = (key: FactKey): string => `zz${key.replace(/_/g, '')}zz`

/** A value of the shape of a fact that holds its mark; of what has only yes and no, a yes. */
export function marked(key: FactKey): Json {
  const shape = SHAPES[key]
  if (key === 'vulnerable') return true
  if (key === 'birth') return { year: 1987 }
  if (key === 'household') return { people: 7 }
  if ('one' in shape) return markOf(key)
  if ('many' in shape) return [markOf(key)]
  return { [Object.keys(shape.parts)[0] ?? '']: markOf(key) }
}

/** Facts that a text can be searched for. Numbers of people and days of birth are said in other words. */
export const SEARCHED = FACT_KEYS.filter(
  (key) => key !== 'vulnerable' && key !== 'household' && key !== 'birth',
)

/** Seals exactly these facts for the agency of a referral, each with its mark, the need apart. */
export async function grant(referralId: string, ticked: readonly FactKey[]): Promise<void> {
  const shares = await root()<{ id: string; stage: number; key: string; wrapped: Buffer }[]>`
    select s.id, s.stage, k.id as key, k.wrapped from app.shares s join vault.keys k on k.id = s.key_id
    where s.referral_id = ${referralId} and s.ended_at is null`
  await root().begin(async (tx) => {
    await tx`set local session_replication_role = replica`
    for (const { id, stage, key, wrapped } of shares) {
      const facts = Object.fromEntries(
        ticked.filter((one) => stageOf(one) === stage).map((one) => [one, marked(one)]),
      )
      const sealed = sealJson(unwrap({ id: key, wrapped }), sharePlace(id), facts)
      await tx`update app.shares set payload = ${sealed} where id = ${id}`
    }
    await tx`update app.referrals set facts = ${[...ticked]} where id = ${referralId}`
    await tx`update app.consents set facts = ${[...ticked]} where id = (select consent_id from app.referrals where id = ${referralId})`
  })
}
