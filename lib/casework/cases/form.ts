import { z } from 'zod'
import { carried, choice, code, text, tick, wholeNumber } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { uuid } from '@/lib/base/forms/uuid'

/** A walk-in: the few answers that open a draft. Everything else follows in five short pages. */
export const walkInForm = form({
  noun: 'cases',
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
    }),
    cercle: code('admin2_2014'),
    given: { ...text({ max: 80, optional: true }), optional: false },
    family: text({ max: 80, optional: true }),
    nameUnknown: tick(),
    sex: code('sex', { as: 'radio' }),
    age: wholeNumber({ min: 0, max: 110, width: 4 }),
    ageBasis: code('age_basis', { as: 'radio' }),
  },
  check: ({ given, nameUnknown }) => {
    const errors: Record<string, string> = {}
    if (!given && !nameUnknown) errors.given = 'required'
    if (given && nameUnknown) errors.nameUnknown = 'both'
    return errors
  },
})

export const finishForm = form({ noun: 'cases', fields: {} })

export const restrictReasons = ['PERSON_ASKED', 'REPRISAL', 'KNOWN_HERE', 'SENSITIVE', 'OTHER'] as const

/** Who will still see it, and why. Cannot be taken back here. */
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
    understood: tick(),
  },
  check: ({ understood }): Record<string, string> => (understood ? {} : { understood: 'required' }),
})

export const memberForm = form({
  noun: 'cases',
  fields: { colleague: carried(uuid()) },
})
