import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { messagePlace } from '@/lib/base/addresses/referral-places'
import { isUuid } from '@/lib/base/forms/uuid'
import { receiveDocument } from '@/lib/casework/documents/receive-document'
import type { Actor } from '@/lib/platform/access/actor'
import { referralMessages } from '@/lib/platform/db/schema'
import type { CheckedFile } from '@/lib/platform/files/check'
import type { Applied, Ctx, Params } from '@/lib/platform/gate/verb'
import type { Verdict } from '@/lib/platform/gate/verdict'
import { seal } from '@/lib/platform/vault/seal'
import { type Answer, mayAnswer } from '../machine/partner-policy'
import { changedAnswer, overtakenAnswer } from '../sharing/overtaken'
import { type Held, lockReceived } from '../sharing/partner-scope'
import { type Move, moveReferral } from './move-referral'

/** A yes notes the case's first action: case, then referral, as everywhere. */
const noteFirst: readonly Answer[] = ['accept', 'rebook']

/** What every answer of a partner shares: session, role, scope, policy, version, what is logged. */
export const answering = (answer: Answer) => ({
  session: 'partner' as const,
  roles: ['PARTNER_FP'] as const,
  byLink: true as const,
  scope: async (ctx: Ctx, { id }: Params) => {
    if (isUuid(id) && noteFirst.includes(answer)) await ctx.tx.execute(sql`select app.hold_case_of(${id})`)
    return lockReceived(ctx, id)
  },
  policy: ({ now }: Actor, { referral, key }: Held): Verdict =>
    mayAnswer(answer, referral, { readable: key !== undefined, now }),
  overtaken: async (_: Ctx, { referral }: Held, reason: string) => overtakenAnswer(referral, reason),
  changed: async (_: Ctx, { referral }: Held) => changedAnswer(referral),
  version: ({ referral }: Held) => referral.version,
  audit: ({ id = '' }: Params) => ({ type: 'referral', id }),
})

type Given = { verb: Answer; reason?: string; set?: Move['set']; message?: string }

/** A paper that is not taken: nothing is said then. One that only has to wait was not kept either. */
const refusedPaper = ({ file }: Ctx): { file: string } | undefined =>
  file && 'problem' in file ? { file: file.problem === 'busy' ? 'busy-again' : file.problem } : undefined

/** Moves the referral and leaves the message, if there is one; then back to its page, which says what was done. */
export async function giveAnswer(ctx: Ctx, held: Held, given: Given): Promise<Applied> {
  const { verb, reason, set, message = '' } = given
  const refused = refusedPaper(ctx)
  if (refused) return { invalid: refused }
  const moved = await moveReferral(ctx, held.referral, {
    verb,
    party: 'partner',
    ...(reason !== undefined && { reason }),
    ...(set && { set }),
  })
  if (!moved) return { conflict: true }
  const paper = ctx.file && 'file' in ctx.file ? ctx.file.file : undefined
  // A paper always hangs on a word, if only an empty one.
  if (message !== '' || paper) await leaveMessage(ctx, held, message, paper)
  const { id } = held.referral
  return { location: `/inbox/${id}?done=${verb}`, id }
}

async function leaveMessage(
  ctx: Ctx,
  { referral, key }: Held,
  text: string,
  paper: CheckedFile | undefined,
): Promise<void> {
  const { tx, actor } = ctx
  if (!key) throw new Error('a message needs the key of the first slip')
  const id = randomUUID()
  await tx.insert(referralMessages).values({
    id,
    referralId: referral.id,
    at: actor.now,
    authorId: actor.userId,
    party: 'partner',
    keyId: key.id,
    body: seal(key, messagePlace(id), text),
  })
  if (paper) await receiveDocument(ctx, { messageId: id, key, file: paper })
}
