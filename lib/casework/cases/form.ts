import { z } from 'zod'
import { carried, choice } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { uuid } from '@/lib/base/forms/uuid'

export const finishForm = form({ noun: 'cases', fields: {} })

export const restrictReasons = ['PERSON_ASKED', 'REPRISAL', 'KNOWN_HERE', 'SENSITIVE'] as const

/** Who will still see it, and why. */
export const restrictForm = form({
  noun: 'cases',
  fields: {
    supervisors: carried(
      z.preprocess(
        (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
        z.array(uuid('not-a-code')).min(1, { error: 'required' }).max(6, { error: 'too-long' }),
      ),
    ),
    restrictReason: choice(restrictReasons),
  },
})

export const memberForm = form({
  noun: 'cases',
  fields: { colleague: carried(uuid()) },
})
