import { choice, text } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import type { About } from './rules'

/** As a telephone is dialled: what makes it easier to read falls out. PURE. */
export const dialled = (phone: string): string => phone.replaceAll(/[\s().-]/g, '')

const phone = text({ max: 30, optional: true, width: 12, inputMode: 'tel' })
/** By mail, by SMS, or here alone; an emergency and harm are always said outside as well, and so is everything to an agency. */
const anyWay = choice(['MAIL', 'SMS', 'HERE'], { preset: 'MAIL' })
const outside = choice(['MAIL', 'SMS'], { preset: 'MAIL' })
/** At night nothing but an emergency and harm leaves, unless its reader wants it so. */
const night = choice(['MORNING', 'ANY'], { preset: 'MORNING' })

/** A number, where one way needs it. PURE. */
function check({ phone: typed, ...ways }: Record<string, string>): Record<string, string> {
  const number = dialled(typed ?? '')
  if (number !== '' && !/^\+?\d{8,15}$/.test(number)) return { phone: 'no-number' }
  return number === '' && Object.values(ways).includes('SMS') ? { phone: 'needed' } : {}
}

export const openNoticeForm = form({ noun: 'notices', fields: {} })

export const teamWaysForm = form({
  noun: 'notices',
  fields: { phone, answer: anyWay, decision: anyWay, late: anyWay, night },
  check,
})

export const supervisorWaysForm = form({
  noun: 'notices',
  fields: { phone, emergency: outside, harm: outside, turn: anyWay, late: anyWay, night },
  check,
})

export const baseWaysForm = form({
  noun: 'notices',
  fields: { phone, emergency: outside, new: outside, ours: outside, late: outside, night },
  check,
})

/** A field of these forms is an event's kind in small letters. PURE. */
export const aboutOf = (field: string) => field.toUpperCase() as About
