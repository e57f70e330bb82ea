import { CASEWORK_BEGAN, carried, choice, code, day, longText } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { uuid } from '@/lib/base/forms/uuid'
import { maybeCode } from '@/lib/casework/people/form'

/** A note: who may read it, what it says, and whether it was a contact with the person. */
export const noteForm = form({
  noun: 'notes',
  fields: {
    compartment: choice(['TEAM', 'OWN']),
    body: longText({ max: 4000, rows: 8 }),
    metOn: day({ optional: true, notBefore: CASEWORK_BEGAN }),
    danger: maybeCode('danger_flag'),
  },
})

/** A note as it should stand, and why it stood otherwise. */
export const correctionForm = form({
  noun: 'notes',
  fields: {
    body: longText({ max: 4000, rows: 8 }),
    correctionReason: code('note_correction_reason', { as: 'radio' }),
  },
})

/** A note that should not have been written. */
export const errorForm = form({
  noun: 'notes',
  fields: { errorReason: code('note_error_reason', { as: 'radio' }) },
})

/** Why a danger flag comes down. */
export const dangerEndForm = form({
  noun: 'notes',
  fields: { endReason: code('danger_end_reason', { as: 'radio' }) },
})

/** To whom the sealed notes of their discipline are opened, and why. */
export const openingForm = form({
  noun: 'notes',
  fields: { successor: carried(uuid()), openingReason: code('key_opening_reason', { as: 'radio' }) },
})

/** The other half of an opening; whoever asked for it may take it back instead. */
export const openingAnswerForm = form({
  noun: 'notes',
  fields: { opening: choice(['OPENED', 'REFUSED', 'TAKEN_BACK']) },
})
