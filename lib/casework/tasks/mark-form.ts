import { z } from 'zod'
import { carried, choice } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { placeField } from './queue-place'

/** Why a row can wait, and for how long at most: it comes back two hours before its limit in any case. */
export const ASIDE_REASONS = ['AWAITS_INFORMATION', 'AWAITS_COLLEAGUE', 'AWAITS_PERSON', 'BUSY'] as const
export const ASIDE_HOURS = { H1: 1, H4: 4, D1: 24, D3: 72 } as const
export const ASIDE_FOR = Object.keys(ASIDE_HOURS) as [
  keyof typeof ASIDE_HOURS,
  ...(keyof typeof ASIDE_HOURS)[],
]

/** `of`: what kind of row it is; `kind`: where in the queue it stood. */
const whichRow = {
  of: carried(z.string({ error: 'required' }).regex(/^[a-z-]{1,20}$/, { error: 'not-a-code' })),
  kind: placeField(),
}
export const rowForm = form({ noun: 'queue', fields: whichRow })
export const asideForm = form({
  noun: 'queue',
  fields: { asideReason: choice(ASIDE_REASONS), asideFor: choice(ASIDE_FOR, { preset: 'H4' }), ...whichRow },
})
