import { z } from 'zod'
import { carried, choice, code, wholeNumber } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { maybeUuid } from '@/lib/base/forms/uuid'
import { type Asked, askedErrors, askedFields } from '@/lib/casework/consents/asked'

const answers = { ...askedFields, stats: choice(['YES', 'NO']) }

/** Two answers, each its own: a file, and figures without a name. Who could not be asked could not be asked for figures either. */
function answersErrors(values: Asked & { stats: string }): Record<string, string> {
  const errors = askedErrors(values)
  if (values.answer === 'NOT_POSSIBLE' && values.stats === 'YES') errors.stats = 'not-asked'
  if (values.answer === 'REFUSED' && values.stats === 'YES') errors.stats = 'no-file'
  return errors
}

/**
 * The first page: consent and safety. What is asked to judge the answer is kept with a yes only; no name, no contact and
 * no free text before it.
 */
export const firstPageForm = form({
  noun: 'consents',
  fields: {
    source: code('identification_source', {
      among: [
        'WALKIN',
        'COMMUNITY',
        'HEALTH',
        'AUTHORITY',
        'AGENCY',
        'HOTLINE',
        'RETURN_OP',
        'OUTREACH',
        'DTM_SITE',
      ],
      as: 'typed',
    }),
    cercle: code('admin2_2014', { as: 'typed' }),
    sex: code('sex', { as: 'radio' }),
    age: wholeNumber({ min: 0, max: 110, width: 4 }),
    ageBasis: code('age_basis', { as: 'radio' }),
    // Somebody of a household that has a file: that file's code, and their line in it.
    household: carried(z.string().max(20).default('')),
    member: carried(maybeUuid()),
    ...answers,
  },
  check: answersErrors,
})

/** The same page of a draft that an alert began: where, sex and age are known. */
export const registrationConsentForm = form({ noun: 'consents', fields: answers, check: answersErrors })
