import { sql } from 'drizzle-orm'
import { sharePlace } from '@/lib/base/addresses/referral-places'
import { isoDayOf } from '@/lib/base/time/days'
import {
  type ConsentJson,
  consentJson,
  consentRow,
  type SaidConsent,
} from '@/lib/casework/consents/consent-rows'
import { referralCode } from '@/lib/casework/numbers/referral-code'
import type { Subject } from '@/lib/platform/audit/append'
import type { Ctx } from '@/lib/platform/gate/verb'
import { unwrap } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'
import { viewOf } from '../machine/partner-situation'
import { type ReferralInReach, referralInReach } from '../reach/scope'
import { withoutCalls } from '../sharing/contact-facts'
import { purposeOf } from '../sharing/cover'
import type { StagePayload } from '../sharing/payload'
import { mayExchange } from './policy'
import type { ExchangeRecord } from './record'

type SlipJson = { stage: number; id: string; key: string; wrapped: string; payload: string }
type Around = {
  slips: SlipJson[] | null
  consent: ConsentJson
  /** The person has said no to contact since it was sealed. */
  noContact: boolean
  settled: number
  after: number
  office: { name: string; phone: string }
  partner: { phone: string; place: string }
  recipient: string
}

/** What one referral lets out at this moment, and what stands around it on a paper. */
export type Grant = {
  found: ReferralInReach
  record: ExchangeRecord
  /** The second slip is not open yet: its facts follow once the service is accepted. */
  follows: boolean
  consent: SaidConsent
  office: Around['office']
  partner: Around['partner']
  /** The public key of the agency's entry; empty where it gave none. */
  recipient: string
}
export type Granted =
  | { grant: Grant; subject: Subject }
  | { missing: Subject }
  /** `found`: its ways out are over, not forbidden. */
  | { refused: string; subject: Subject; found?: ReferralInReach }

/**
 * The one door of everything that leaves by paper or file: the slips as they were sealed for the recipient, as far as the recipient
 * itself may read them now. Nothing else of the case is read here, so that nothing else can leave. Two statements.
 */
export async function grantNow(ctx: Ctx, id: string): Promise<Granted> {
  const found = await referralInReach(ctx, id)
  if (!found) return { missing: { type: 'referral', id } }
  const { referral } = found
  const subject = { type: 'referral', id, caseId: referral.caseId }
  const verdict = mayExchange(ctx.actor, found)
  if (!verdict.allowed) return { refused: verdict.reason, subject }
  const around = await aroundOf(ctx, id)
  const reads = viewOf(
    { ...referral, state: referral.state, settledDays: around.settled, afterDays: around.after },
    { readable: around.slips !== null, now: ctx.actor.now },
  )
  if (reads !== 'STAGE_1' && reads !== 'STAGE_2') return { refused: 'exchange-ended', subject, found }
  const [first, second] = [1, 2].map((stage) => opened(around.slips ?? [], stage))
  if (!first || !second) return { refused: 'exchange-ended', subject, found }
  const whole = reads === 'STAGE_2'
  const details = around.noContact ? withoutCalls(second) : second
  const { office, partner, recipient } = around
  const consent = consentRow(around.consent)
  return {
    subject,
    grant: {
      found,
      record: recordOf(referral, { consent, facts: whole ? { ...first, ...details } : first }),
      follows: !whole && Object.keys(details).length > 0,
      consent,
      office,
      partner,
      recipient,
    },
  }
}

async function aroundOf({ tx }: Ctx, id: string): Promise<Around> {
  const [row] = await tx.execute<Around>(sql`
    select (select json_agg(json_build_object('stage', s.stage, 'id', s.id, 'key', k.id, 'wrapped', encode(k.wrapped, 'base64'),
          'payload', encode(s.payload, 'base64')))
        from app.shares s join vault.keys k on k.id = s.key_id
        where s.referral_id = r.id and s.ended_at is null and (s.until is null or s.until >= (clock.casework_now())::date)
          and app.consent_stands(s.consent_id)) as slips,
      (select ${sql.raw(consentJson)} from app.consents c where c.id = r.consent_id) as consent,
      k.do_not_contact and exists (select from app.consents n join app.consents c on c.id = r.consent_id
        where n.case_id = r.case_id and n.purpose = 'CONTACT' and n.status in ('REFUSED', 'WITHDRAWN')
          and (coalesce(n.withdrawn_at, n.given_at) >= c.given_at or c.giver = 'NONE')) as "noContact",
      extract(epoch from app.setting('partner.settled'))::float8 / 86400 as settled,
      extract(epoch from app.setting('partner.after'))::float8 / 86400 as after,
      json_build_object('name', o.name, 'phone', o.phone) as office,
      json_build_object('phone', p.phone, 'place', coalesce(d.place, '')) as partner,
      coalesce(d.recipient, '') as recipient
    from app.referrals r join app.cases k on k.id = r.case_id join access.offices o on o.id = r.office_id
      join app.partners p on p.code = r.partner_code left join app.directory_entries d on d.id = r.entry_id
    where r.id = ${id}`)
  if (!row) throw new Error('a referral without its case')
  return row
}

function opened(slips: readonly SlipJson[], stage: number): StagePayload | undefined {
  const slip = slips.find((one) => one.stage === stage)
  if (!slip) return undefined
  const key = unwrap({ id: slip.key, wrapped: Buffer.from(slip.wrapped, 'base64') })
  return unsealJson<StagePayload>(key, sharePlace(slip.id), Buffer.from(slip.payload, 'base64'))
}

type Said = { consent: SaidConsent; facts: StagePayload }
const recordOf = (
  { id, state, officeId, partnerCode, service, sentAt }: ReferralInReach['referral'],
  { consent, facts }: Said,
): ExchangeRecord => ({
  reference: referralCode(id),
  state,
  // Which office answers for it: an agency that reads it in knows whom to ring.
  from: `OFFICE-${officeId}`,
  to: partnerCode ?? '',
  sentAt: sentAt?.toISOString() ?? '',
  consent: {
    status: consent.status,
    purpose: purposeOf(service),
    basis: consent.legalBasis,
    givenOn: isoDayOf(consent.givenAt),
    until: consent.expiresOn,
  },
  facts,
})
