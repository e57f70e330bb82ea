import type { RawValues } from '@/lib/base/forms/form'
import { bundleText } from '@/lib/casework/referrals/exchange/write-bundle'

/** A referral of the ICRC as its file has it. */
export const bundle = bundleText({
  reference: 'ICRC-4471',
  state: 'SENT',
  from: 'ICRC',
  to: 'IOM',
  sentAt: '2014-06-30T09:00:00.000Z',
  consent: { status: 'GIVEN', purpose: 'REFERRAL', basis: 'CONSENT', givenOn: '2014-06-29', until: null },
  facts: {
    need: 'MHPSS_IND',
    urgency: 'URGENT',
    sex: 'F',
    age_band: 'A18_59',
    cercle: 'ML0501',
    name: { given: 'Fanta', family: 'Maïga' },
    phone: '66112233',
    reason_text: 'Dort mal depuis mai.',
  },
})

/** The same as somebody of ours writes it down. */
export const hand = (more: RawValues = {}): RawValues => ({
  agency: 'ICRC',
  reference: 'ICRC-4470',
  service: 'MHPSS_IND',
  cercle: 'ML0501',
  urgency: 'URGENT',
  given: 'Fanta',
  family: 'Maïga',
  sex: 'F',
  age: '30',
  nationality: 'MLI',
  agreed: 'YES',
  contactAgreed: 'YES',
  safeContact: '66112233',
  need: 'Elle dort mal.',
  ...more,
})
