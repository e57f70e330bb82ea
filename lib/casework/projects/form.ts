import { code, day, text } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'

const name = text({ max: 80 })
const untilOn = day({ optional: true, notBefore: '2012-01-01', lean: 'future' })

/** A project of a donor: what staff call it, and from which day until which it pays. No last day: it goes on. */
export const projectForm = form({
  noun: 'projects',
  fields: { donor: code('donor'), name, fromOn: day({ notBefore: '2012-01-01', lean: 'past' }), untilOn },
  check: ({ fromOn, untilOn }) => (untilOn !== '' && untilOn < fromOn ? { untilOn: 'before-it-begins' } : {}),
})

/** Another name or another last day. Whose it is and since when stays: help was counted by it. */
export const changeProjectForm = form({ noun: 'projects', fields: { name, untilOn } })
