import { z } from 'zod'
import { isCode } from '@/lib/base/codes/codes'
import {
  CASEWORK_BEGAN,
  carried,
  choice,
  choices,
  code,
  day,
  text,
  tick,
  wholeNumber,
} from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { uuid } from '@/lib/base/forms/uuid'
import { noActionReasons, vulnerabilities } from './states'

/** The quick alert: eleven questions, under a minute. Nobody has to know or say a name. */
export const alertForm = form({
  noun: 'alerts',
  fields: {
    flowPoint: code('fmp'),
    seenOn: day({ preset: 'today', notBefore: CASEWORK_BEGAN }),
    given: text({ max: 80, optional: true }),
    family: text({ max: 80, optional: true }),
    sex: choice(['F', 'M', 'X'], {}),
    age: wholeNumber({ min: 0, max: 110, width: 4 }),
    ageEstimated: tick(),
    nationality: code('nationality', { preset: 'MLI' }),
    vulnerabilities: choices(vulnerabilities, { min: 1 }),
    urgency: choice(['EMERGENCY', 'URGENT', 'NORMAL'], { preset: 'NORMAL' }),
    contactAgreed: choice(['YES', 'NO', 'NOT_ASKED']),
    safeContact: text({ max: 200, optional: true }),
    another: tick(),
  },
  check: ({ vulnerabilities }) =>
    vulnerabilities.includes('NONE') && vulnerabilities.length > 1
      ? { vulnerabilities: 'none-and-some' }
      : ({} as Record<string, string>),
})

export const openCaseForm = form({
  noun: 'alerts',
  fields: { lead: carried(uuid()) },
})

/** Asked only where the case is closed: why it is opened again. */
const whyAgain = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.custom<string>((value) => isCode('reopen_reason', value), { error: 'not-a-code' }).optional(),
)

/** One of the files that the page proposes, or any other by its code. */
export const linkForm = form({
  noun: 'alerts',
  fields: {
    candidate: carried(z.string().max(20).default('')),
    caseCode: text({ max: 20, width: 12, optional: true }),
    reopenReason: carried(whyAgain),
  },
  check: ({ candidate, caseCode }): Record<string, string> =>
    candidate === '' && caseCode === '' ? { caseCode: 'required' } : {},
})

export const noActionForm = form({
  noun: 'alerts',
  fields: { reason: choice(noActionReasons) },
})
