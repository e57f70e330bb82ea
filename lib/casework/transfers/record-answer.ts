import { sql } from 'drizzle-orm'
import type { Actor } from '@/lib/platform/access/actor'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied, type Verdict } from '@/lib/platform/gate/verdict'
import { openKeys } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { asBytes } from './as-bytes'
import { answerForm } from './form'
import { speaksForCase } from './may-offer'
import { answerPlace } from './note-place'
import { type OwnOffer, onOwnOffer } from './own-offer'

/** Whoever speaks for the case, while an agency's answer is awaited. PURE. */
export function mayRecordAnswer(actor: Actor, { row, reach }: OwnOffer): Verdict {
  if (!speaksForCase(actor, reach)) return denied('transfer-lead-only')
  return row.kind === 'EXTERNAL' && row.state === 'OFFERED' ? allowed : denied('transfer-answered')
}

/** What the agency answered, with who spoke for it, how and when. A yes waits for a supervisor; a no is a task. */
export const recordAgencyAnswer = verb({
  ...onOwnOffer,
  name: 'transfer.record-answer',
  form: answerForm,
  page: ({ code }) => `/cases/${code}/transfer/answer`,
  policy: (actor, found) => mayRecordAnswer(actor, found),
  apply: async ({ tx }, { row }, { says, refusalIfNo, who, how, on }) => {
    if (on < row.offeredAt.toISOString().slice(0, 10)) return { invalid: { on: 'too-early' } }
    const key = (await openKeys(tx, [row.keyId])).get(row.keyId)
    if (!key) return { conflict: true }
    const words = seal(key, answerPlace(row.id), who)
    const [answer] = await tx.execute<{
      came: 'done' | 'moved' | 'yours'
    }>(sql`select app.record_agency_answer(${row.id}::uuid,
      ${says === 'YES'}, ${refusalIfNo || null}, ${how}, ${on}::date, ${asBytes(words)}) as came`)
    return answer?.came === 'done'
      ? {
          location: `/cases/${row.code}?done=agency-answered`,
          id: row.code,
          detail: { says, reason: refusalIfNo },
        }
      : { conflict: true }
  },
})
