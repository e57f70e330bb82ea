import { z } from 'zod'
import { carried, choice, code, day, longText, text } from '@/lib/base/forms/fields'
import { type FieldErrors, form } from '@/lib/base/forms/form'
import { UUID, uuid } from '@/lib/base/forms/uuid'

/** Why a case moves within the house. `app.case_transfers` holds the same codes. */
export const INTERNAL_REASONS = ['MOVED', 'CONFLICT_OF_INTEREST', 'SAFETY', 'PERSON_ASKED'] as const
/** What the person said to it, or why nobody could tell them. */
export const SAID = ['AGREED', 'TOLD', 'NOT_REACHED', 'DANGEROUS', 'TOO_YOUNG', 'ASKED_NOT_TO'] as const
/** Why somebody who is asked says no. */
export const REFUSALS = [
  'NO_CAPACITY',
  'NOT_ELIGIBLE',
  'OUT_OF_AREA',
  'NO_ACCESS',
  'INCOMPLETE',
  'CONFLICT_OF_INTEREST',
  'NOT_SAFE_HERE',
  'OTHER',
] as const

/** Who is asked: an office, or of a restricted case one of its supervisors by name. */
export type Asked = { office: string; supervisor: string | null }
const ASKED = new RegExp(`^([A-Z]{2,5})(?:~(${UUID}))?$`)
export const writeAsked = ({ office, supervisor }: Asked): string =>
  supervisor ? `${office}~${supervisor}` : office
const asked = z.string({ error: 'required' }).transform((text, context): Asked => {
  const [, office, supervisor = null] = ASKED.exec(text) ?? []
  if (office) return { office, supervisor }
  context.addIssue({ code: 'custom', message: text === '' ? 'required' : 'not-a-code' })
  return z.NEVER
})

export const offerForm = form({
  noun: 'transfers',
  fields: {
    to: carried(asked),
    transferReason: code('transfer_reason', { as: 'radio', among: INTERNAL_REASONS }),
    said: choice(SAID),
    word: longText({ max: 600, rows: 4 }),
  },
  // Nobody asked to go without having been heard.
  check: ({ transferReason, said }): FieldErrors =>
    transferReason === 'PERSON_ASKED' && said !== 'AGREED' ? { said: 'asked-agrees' } : {},
})

/** To another agency: on the person's own consent, which says to whom. */
export const agencyForm = form({
  noun: 'transfers',
  fields: {
    consent: carried(uuid()),
    transferReason: code('transfer_reason', { as: 'radio' }),
    word: longText({ max: 600, rows: 4 }),
  },
})

/** What the agency answered, who spoke for it, how and on which day. */
export const answerForm = form({
  noun: 'transfers',
  fields: {
    says: choice(['YES', 'NO']),
    refusalIfNo: {
      ...code('referral_decline_reason', { among: REFUSALS, optional: true }),
      optional: true as const,
      schema: z.union([z.literal(''), z.enum(REFUSALS)], { error: 'not-a-code' }).default(''),
    },
    who: text({ max: 120 }),
    how: choice(['PHONE', 'PAPER', 'MEETING']),
    on: day({ preset: 'today', notAfter: 'today', lean: 'past' }),
  },
  check: ({ says, refusalIfNo }): FieldErrors =>
    says === 'NO' && refusalIfNo === ''
      ? { refusalIfNo: 'required' }
      : says === 'YES' && refusalIfNo !== ''
        ? { refusalIfNo: 'only-no' }
        : {},
})

export const acceptForm = form({ noun: 'transfers', fields: { lead: carried(uuid()) } })
export const refuseForm = form({
  noun: 'transfers',
  fields: { refusal: code('referral_decline_reason', { as: 'radio', among: REFUSALS }) },
})
export const withdrawForm = form({ noun: 'transfers', fields: {} })
