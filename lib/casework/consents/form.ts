import { unitOf } from '@/lib/base/codes/codes'
import { choice, choices, longText, tick } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { maybeCode } from '@/lib/casework/people/form'
import { askedErrors, askedFields } from './asked'
import { FACT_KEYS, type FactKey } from './facts'

export const newPurposes = [
  'CONTACT',
  'STATS',
  'CASE_MGMT',
  'REFERRAL',
  'TRACING',
  'TRANSFER',
  'RETURN',
  'PHOTO_STORY',
] as const
/** Purposes for which something of the person goes to an organisation. */
export const SHARED: readonly string[] = ['REFERRAL', 'TRACING', 'TRANSFER']
/** Of these, what is asked about one service of the organisation. */
export const OF_SERVICE: readonly string[] = ['REFERRAL', 'TRACING']

/** One answer for one purpose, and one recipient where there is one. */
export const consentForm = form({
  noun: 'consents',
  fields: {
    purpose: choice(newPurposes),
    partner: maybeCode('partner'),
    service: maybeCode('service_type'),
    facts: choices(FACT_KEYS as [FactKey, ...FactKey[]]),
    ...askedFields,
    keepRunning: tick(),
    note: longText({ max: 300, optional: true, rows: 2 }),
  },
  check: (values) => {
    const errors = askedErrors(values)
    const { purpose, partner, service, facts, answer, keepRunning } = values
    if (SHARED.includes(purpose)) {
      if (!partner) errors.partner = 'required'
      if (purpose === 'REFERRAL' && !service && answer !== 'REFUSED') errors.service = 'required'
      if (answer !== 'REFUSED' && facts.length === 0) errors.facts = 'required'
    }
    // A heading is a no to all that stands below it, none a no to all; a yes is for one service.
    if (answer !== 'REFUSED' && service && unitOf(service) === null) errors.service = 'one-service'
    if (keepRunning && answer !== 'REFUSED') errors.keepRunning = 'only-no'
    return errors
  },
})
