import { CASEWORK_BEGAN, choice, code, day, longText, text } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { NOT_ACCESSED_REASONS } from '../machine/reasons'
import { otherNeedsWords } from './write-comment'

const note = longText({ max: 1000, optional: true, rows: 3 })

/** A button alone. */
export const buttonForm = form({ noun: 'inbox', fields: {} })

export const acceptForm = form({
  noun: 'inbox',
  fields: {
    expectedOn: day({ optional: true, notBefore: CASEWORK_BEGAN, lean: 'future' }),
    where: text({ max: 120, optional: true }),
    note,
  },
})

export const askForm = form({ noun: 'inbox', fields: { question: longText({ max: 1000, rows: 4 }) } })

export const bookForm = form({ noun: 'inbox', fields: { bookedOn: day(), note } })

const why = longText({ max: 1000, optional: true, rows: 3 })

export const declineForm = form({
  noun: 'inbox',
  fields: { decline: code('referral_decline_reason', { as: 'radio' }), why },
  check: ({ decline, why }) => otherNeedsWords(decline, why, 'why'),
})

export const completeForm = form({
  noun: 'inbox',
  fields: {
    outcome: choice(['RECEIVED', 'PARTLY']),
    servedOn: day({ preset: 'today', notBefore: CASEWORK_BEGAN }),
    note,
  },
})

export const notAccessedForm = form({
  noun: 'inbox',
  fields: { absence: choice(NOT_ACCESSED_REASONS), why },
  check: ({ absence, why }) => otherNeedsWords(absence, why, 'why'),
})
