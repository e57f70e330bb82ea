import { z } from 'zod'
import { isCode, unitOf } from '@/lib/base/codes/codes'
import type { CodeOf } from '@/lib/base/codes/lists'
import { CASEWORK_BEGAN, carried, choice, day, tick, wholeNumber } from '@/lib/base/forms/fields'
import { form, type ValuesOf } from '@/lib/base/forms/form'
import { UUID } from '@/lib/base/forms/uuid'
import { isUnusual } from './believable'
import { isKind } from './kinds'
import { CANCELS, CORRECTS } from './reasons'
import { WHOM } from './whom'

/** A service that is counted: one of the lower level, each with its own unit. */
const service = z.custom<CodeOf<'service_type'>>(
  (value) => isCode('service_type', value) && unitOf(value) !== null,
  { error: 'required' },
)

/** A donor's code, or one of its projects; which project runs on the day is the database's to say. */
const fund = z.string({ error: 'required' }).regex(/^[A-Z][A-Z0-9_]{0,59}$/, { error: 'required' })

/** People of the household by their lines. */
const members = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().regex(new RegExp(`^${UUID}$`), { error: 'not-a-code' })).max(80, { error: 'too-long' }),
)

const line = {
  /** The heading the page was open at: where it comes back to when no service was chosen. */
  kind: carried(
    z
      .string()
      .optional()
      .transform((value) => (isKind(value) ? value : undefined)),
  ),
  service: carried(service),
  quantity: wholeNumber({ min: 1, max: 100_000_000, width: 12 }),
  givenOn: day({ notBefore: CASEWORK_BEGAN }),
  forWhom: choice(WHOM, { preset: 'PERSON' }),
  members: carried(members),
  donor: carried(fund),
  sure: tick(),
  again: tick(),
} as const

const unusual = ({
  service,
  quantity,
  sure,
}: {
  service: string
  quantity: number | null
  sure: boolean
}) => {
  const found: Record<string, string> = {}
  if (!sure && quantity !== null && isUnusual(service, quantity)) found.quantity = 'unusual'
  return found
}

/**
 * What we gave ourselves, in the service's own unit. `sure` and `again` are asked only after a number that nobody would
 * believe, and after the same help on the same day.
 */
export const assistanceForm = form({ noun: 'assistance', fields: line, check: unusual })

/** The same line as it should have been, and what was wrong with it. */
export const correctionForm = form({
  noun: 'assistance',
  fields: { correctReason: choice(CORRECTS), ...line },
  check: unusual,
})

/** There was no such help. */
export const cancelForm = form({ noun: 'assistance', fields: { cancelReason: choice(CANCELS) } })

export type LineValues = ValuesOf<typeof assistanceForm.fields>
