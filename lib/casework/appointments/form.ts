import { z } from 'zod'
import { carried, code, day, longText, text } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { maybeUuid } from '@/lib/base/forms/uuid'
import { readHour } from './hour'

const typed = text({ max: 8, width: 4 as const })
/** "9:30", "9h30", "9 h": kept as HH:MM. */
const hour = {
  ...typed,
  schema: z.string({ error: 'required' }).transform((value, context): string => {
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    const words = typed.schema.safeParse(value)
    if (!words.success) return refuse(words.error.issues[0]?.message ?? 'required')
    return readHour(words.data ?? '') ?? refuse('not-an-hour')
  }),
}
const when = { heldOn: day({ lean: 'future' }), heldAt: hour }
/** What, when, where, and who goes along. */
export const bookForm = form({
  noun: 'appointments',
  fields: {
    kind: code('appointment_kind', { as: 'radio' }),
    ...when,
    place: longText({ max: 300, optional: true, rows: 2 }),
    along: carried(maybeUuid()),
    /** The sealed assessment whose date this is. */
    sheet: carried(maybeUuid()),
  },
})
export const moveForm = form({ noun: 'appointments', fields: when })
export const keepForm = form({ noun: 'appointments', fields: {} })
export const missForm = form({
  noun: 'appointments',
  fields: { missedFor: code('appointment_missed', { as: 'radio' }) },
})
export const cancelForm = form({
  noun: 'appointments',
  fields: { cancelledFor: code('appointment_cancelled', { as: 'radio' }) },
})
