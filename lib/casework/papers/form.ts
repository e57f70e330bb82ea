import { choice, day, text, tick } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { CARRY } from './kinds'
import { PAPER_LANGUAGES } from './words'

const language = choice(PAPER_LANGUAGES)
/** Asked before anything is printed that the person would have on them. */
const carry = choice(CARRY)

/** The summary of a file. Notes of the team only where somebody ticks it; sealed ones never. */
export const summaryForm = form({ noun: 'papers', fields: { withNotes: tick() } })

export const myDataForm = form({ noun: 'papers', fields: { carry, language } })

const TIME = /^([01]?\d|2[0-3])\s*[:hH]\s*([0-5]\d)?$/

/** Time and place, a number to call; with whom only where the person wants it written. */
export const appointmentForm = form({
  noun: 'papers',
  fields: {
    carry,
    language,
    on: day({ lean: 'future' }),
    time: text({ max: 8, width: 4 }),
    place: text({ max: 120 }),
    call: text({ max: 30, inputMode: 'tel' }),
    who: text({ max: 80, optional: true }),
  },
  check: ({ time }): Record<string, string> =>
    time === undefined || TIME.test(time) ? {} : { time: 'not-a-time' },
})

/** `9h`, `9 h 30`, `9:30` as `09:00`, `09:30`. `time` fits the form. PURE. */
export function clockTime(time: string): string {
  const [, hour = '', minute = '00'] = TIME.exec(time) ?? []
  return `${hour.padStart(2, '0')}:${minute}`
}
