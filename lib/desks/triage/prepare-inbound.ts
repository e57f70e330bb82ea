import { isoDayOf } from '@/lib/base/time/days'
import { problemsIn } from '@/lib/casework/inbound/understood'
import { against, readBundle } from '@/lib/casework/referrals/exchange/read-bundle'
import { findDraft } from '@/lib/platform/gate/drafts'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'

/** The form for whom another agency refers by telephone or on paper. */
export async function prepareInbound(reading: Reading, query: Query) {
  const draft = await findDraft(reading.tx, reading.actor.userId, 'alert.take-in', one(query, 'draft'))
  const done = one(query, 'done') === 'taken-in'
  return { view: { draft, done }, subject: { type: 'form', id: 'alert.take-in' } }
}

/**
 * What was understood of a file, or what is wrong with it, from the form that came back. Looking at it kept nothing but that form, sealed
 * for whoever sent it.
 */
export async function prepareInboundFile(reading: Reading, query: Query) {
  const draft = await findDraft(reading.tx, reading.actor.userId, 'alert.take-in-file', one(query, 'draft'))
  const bundle = String(draft?.values.bundle ?? '')
  const read = bundle === '' ? undefined : readBundle(bundle)
  // What was understood is carried on; whether the answer in it still holds is asked each day anew.
  const wrong = read?.ok ? against(read.record, isoDayOf(reading.actor.now)) : []
  return {
    view: {
      draft,
      record: read?.ok && wrong.length === 0 ? read.record : undefined,
      problems: wrong.length > 0 ? wrong : problemsIn(String(draft?.values.problems ?? '')),
      bundle,
      /** Shown, and sent on with something still missing. */
      again: draft?.values.seen === 'yes',
    },
    subject: { type: 'form', id: 'alert.take-in-file' },
    ...(bundle !== '' && { detail: { looked: true } }),
  }
}
export type InboundFile = Awaited<ReturnType<typeof prepareInboundFile>>['view']
