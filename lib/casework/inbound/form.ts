import { z } from 'zod'
import { offered } from '@/lib/base/codes/codes'
import { carried, choice, code, longText, text, tick, wholeNumber } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { textProblem } from '@/lib/base/text/look'

const services = offered('service_type').flatMap((entry) => (entry.parent ? [entry.code] : []))

/** A referral that another agency gave by telephone or on paper. Nobody has to know or say a name. */
export const handForm = form({
  noun: 'inbound',
  fields: {
    agency: code('partner'),
    reference: text({ max: 40, optional: true, spellcheck: false }),
    service: code('service_type', { among: services }),
    cercle: code('admin2_2014'),
    urgency: choice(['EMERGENCY', 'URGENT', 'NORMAL'], { preset: 'NORMAL' }),
    given: text({ max: 80, optional: true }),
    family: text({ max: 80, optional: true }),
    sex: choice(['F', 'M', 'X']),
    age: wholeNumber({ min: 0, max: 110, width: 4 }),
    ageEstimated: tick(),
    nationality: code('nationality', { preset: 'MLI' }),
    agreed: choice(['YES', 'NO']),
    contactAgreed: choice(['YES', 'NO', 'NOT_ASKED']),
    safeContact: text({ max: 200, optional: true }),
    need: longText({ max: 600, optional: true, rows: 3 }),
  },
  check: ({ agreed, need }): Record<string, string> => {
    const problem = need === '' ? undefined : textProblem(need)
    return { ...(agreed === 'NO' && { agreed: 'not-agreed' }), ...(problem && { need: problem }) }
  },
})

/** So many signs of what was understood of a file go with its form. */
export const MOST_CARRIED = 100_000

/**
 * A referral from a file. `bundle` is what was understood of it, written anew, and goes with the page that shows it; only whoever has
 * seen that page (`seen`) takes the person in. `problems`: what was not understood.
 */
export const fileForm = form({
  noun: 'inbound',
  fields: {
    bundle: carried(z.string().max(MOST_CARRIED).default('')),
    problems: carried(z.string().max(20_000).default('')),
    seen: carried(z.string().max(3).default('')),
    agency: code('partner'),
    cercle: code('admin2_2014'),
  },
  check: ({ bundle, seen }): Record<string, string> =>
    bundle === '' ? { bundle: 'required' } : seen === 'yes' ? {} : { seen: 'look-first' },
})

/** What the agency was told, and by which way. */
export const tellForm = form({
  noun: 'inbound',
  fields: {
    says: choice(['RECEIVED', 'OPENED', 'REFUSED']),
    way: choice(['PHONE', 'PAPER'], { preset: 'PHONE' }),
  },
})
