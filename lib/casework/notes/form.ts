import { CASEWORK_BEGAN, choice, day, longText } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
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
