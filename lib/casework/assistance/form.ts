import { z } from 'zod'
import { isCode, unitOf } from '@/lib/base/codes/codes'
import type { CodeOf } from '@/lib/base/codes/lists'
import { CASEWORK_BEGAN, carried, code, day, tick, wholeNumber } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { isUnusual } from './believable'

/** A service that is counted: one of the lower level, each with its own unit. */
const service = z.custom<CodeOf<'service_type'>>(
  (value) => isCode('service_type', value) && unitOf(value) !== null,
  { error: 'required' },
)

/** What we gave ourselves, in the service's own unit. `sure`: asked only after a number that nobody would believe. */
export const assistanceForm = form({
  noun: 'assistance',
  fields: {
    service: carried(service),
    quantity: wholeNumber({ min: 1, max: 100_000_000, width: 12 }),
    givenOn: day({ notBefore: CASEWORK_BEGAN }),
    donor: code('donor'),
    sure: tick(),
  },
  check: ({ service, quantity, sure }) =>
    !sure && isUnusual(service, quantity) ? { quantity: 'unusual' } : {},
})
