import { messagePlace } from '@/lib/base/addresses/referral-places'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import { answersOpen } from '@/lib/casework/referrals/machine/partner-policy'
import { viewOf } from '@/lib/casework/referrals/machine/partner-situation'
import { withoutCalls } from '@/lib/casework/referrals/sharing/contact-facts'
import { openSlip } from '@/lib/casework/referrals/sharing/received-queries'
import { one, type Query } from '@/lib/platform/gate/query'
import type { Reading } from '@/lib/platform/gate/read'
import { referralRules } from '@/lib/platform/settings/read'
import { unwrap } from '@/lib/platform/vault/keys'
import { type OpenKey, unseal } from '@/lib/platform/vault/seal'
import { clockOf } from './clock'
import { eventsSinceSent, findReceived, messagesOf } from './queries'

type Found = NonNullable<Awaited<ReturnType<typeof findReceived>>>

/** One referral as its partner may read it at this moment. Three statements; one for a stub. */
export async function viewReceived(reading: Reading, id: string, query: Query) {
  const subject = { type: 'referral', id }
  const found = await findReceived(reading, id)
  if (!found) return { missing: subject }
  const reads = viewOf(found.referral, lookingAt(reading, found))
  const detail = { reads: found.referral.state === 'SENT' ? 'BEFORE_OPENING' : reads }
  const done = one(query, 'done')
  if (reads === 'STUB') return { view: { ...stubOf(reading, found), done }, subject, detail }
  if (found.referral.state === 'SENT')
    return { view: { ...(await sealedOf(reading, found)), done }, subject, detail }
  return { view: { ...(await openOf(reading, found)), done }, subject, detail }
}

const lookingAt = ({ actor }: Reading, { slip1 }: Found) => ({
  readable: slip1 !== undefined,
  now: actor.now,
})

/** Everything common to what is not over. */
function headOf({ referral, phone, hand }: Found) {
  const { id, state, service, priority, version, sentAt, expectedOn, outcome, outcomeOn } = referral
  const code = referralCode(id)
  return { id, code, state, service, priority, version, sentAt, expectedOn, outcome, outcomeOn, phone, hand }
}

/** After decline, cancel, withdrawal or the end of the sharing: no service, no need, nobody. */
function stubOf(reading: Reading, found: Found) {
  const { referral, phone } = found
  const { id, state, partnerDeletedAt } = referral
  const { waits } = found
  const mayConfirm = !waits && answersOpen(referral, lookingAt(reading, found)).includes('confirm-deleted')
  return {
    kind: 'stub' as const,
    id,
    code: referralCode(id),
    state,
    phone,
    partnerDeletedAt,
    mayConfirm,
    waits,
  }
}

/** Sent, not opened: reading it is a deed of its own. */
async function sealedOf(reading: Reading, found: Found) {
  const events = await eventsSinceSent(reading, found.referral.id)
  const rules = await referralRules(reading.tx)
  const clock = clockOf(found.referral.priority, events, reading.actor.now, rules)
  return { kind: 'sealed' as const, ...headOf(found), clock }
}

async function openOf(reading: Reading, found: Found) {
  const { referral, slip1 } = found
  const events = await eventsSinceSent(reading, referral.id)
  const messages = await messagesOf(reading, referral.id)
  return {
    kind: 'open' as const,
    ...headOf(found),
    sharedOn: found.sharedOn,
    clock: clockOf(referral.priority, events, reading.actor.now, await referralRules(reading.tx)),
    facts: slip1 ? (openSlip(slip1) ?? {}) : {},
    ...detailsOf(found),
    papers: found.papers,
    answers: answersOpen(referral, lookingAt(reading, found)),
    reads: viewOf(referral, lookingAt(reading, found)),
    events: events.filter(({ verb }) => !ourOwn.includes(verb)),
    messages: slip1?.key ? opened(messages, unwrap(slip1.key)) : [],
  }
}

/** The second slip; after a no to contact without what one would call by, and the page says so. */
function detailsOf({ slip2, noContact }: Found) {
  const details = slip2 && openSlip(slip2)
  const left = details && noContact ? withoutCalls(details) : details
  return { details: left, doNotCall: details?.phone !== undefined && left?.phone === undefined }
}

/** Deeds inside our team, no business of a partner. */
const ourOwn: readonly string[] = ['review', 'reassign']

/** Only what the key of this slip sealed opens; anything else stays shut. */
const opened = (messages: Awaited<ReturnType<typeof messagesOf>>, key: OpenKey) =>
  messages
    .filter(({ keyId }) => keyId === key.id)
    .map(({ id, at, party, paper, body }) => ({
      id,
      at,
      party,
      paper,
      text: unseal(key, messagePlace(id), body).toString('utf8'),
    }))

type Loaded = Extract<Awaited<ReturnType<typeof viewReceived>>, { view: unknown }>['view']
export type StubView = Extract<Loaded, { kind: 'stub' }>
export type SealedView = Extract<Loaded, { kind: 'sealed' }>
export type OpenView = Extract<Loaded, { kind: 'open' }>
