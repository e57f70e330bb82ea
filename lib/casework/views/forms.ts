import { z } from 'zod'
import { carried, choice } from '@/lib/base/forms/fields'
import { form } from '@/lib/base/forms/form'
import { type CaseFilter, listHref, readFilter } from './filter'

/**
 * What a view can be called. Codes, in the reader's language, and no words of somebody's own: a view of an office is read by
 * everybody there, and a name that says who is helped would pass every wall. PURE.
 */
export const viewNames = [
  'MORNING',
  'MEETING',
  'FIELD',
  'CALLS',
  'FOLLOW_UP',
  'REMINDERS',
  'URGENT',
  'PRIORITY',
  'CHECK',
  'HAND_OVER',
  'CLOSING',
  'LATER',
] as const
export type ViewName = (typeof viewNames)[number]

/** A filter as an address carries it, and in no other way: what is no code is refused, not dropped. PURE. */
export const queryOf = (filter: CaseFilter): string => listHref(filter).split('?')[1] ?? ''

/** The same, read again; nothing where something in it is no code of a filter. PURE. */
export function filterOf(text: string): CaseFilter | undefined {
  const query = new URLSearchParams(text)
  const filter = readFilter((name) => query.get(name) ?? undefined)
  return queryOf(filter) === text ? filter : undefined
}

const filterField = z
  .string()
  .max(200, { error: 'too-long' })
  .default('')
  .transform((text, context): CaseFilter => {
    const filter = filterOf(text)
    if (filter) return filter
    context.addIssue({ code: 'custom', message: 'not-a-code' })
    return z.NEVER
  })

const name = choice(viewNames, { as: 'select' })

/** `whose`: an office's code, for everybody there; empty: one's own. `filter`: which cases and in which order. */
export const keepViewForm = form({
  noun: 'views',
  fields: {
    name,
    whose: carried(
      z
        .string()
        .regex(/^([A-Z]{3})?$/, { error: 'not-a-code' })
        .default(''),
    ),
    filter: carried(filterField),
  },
})
export const nameViewForm = form({ noun: 'views', fields: { name } })
export const dropViewForm = form({ noun: 'views', fields: {} })
