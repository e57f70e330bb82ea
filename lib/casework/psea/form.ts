import { z } from 'zod'
import { carried, choice, longText } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'

export const ORGANISATIONS = ['OURS', 'UNKNOWN'] as const
export const OUTCOMES = ['INVESTIGATION', 'HELP_ONLY', 'NOT_SEA'] as const

/** As little as possible: no case, no name of the person helped. `named`: a colleague it concerns, who never reads it. */
export const abuseForm = form({
  noun: 'psea',
  fields: {
    safeNow: choice(['YES', 'NO', 'UNKNOWN']),
    organisation: carried(z.string({ error: 'required' }).min(1, { error: 'required' }).max(20)),
    named: carried(z.union([z.literal(''), z.uuid()], { error: 'not-a-code' }).default('')),
    words: longText({ max: 600, rows: 3 }),
  },
})

export const takeForm = form({ noun: 'psea', fields: {} })
export const closeForm = form({ noun: 'psea', fields: { outcome: choice(OUTCOMES) } })
