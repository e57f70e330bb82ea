import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { carried, choice } from '@/lib/base/forms/fields'
import { type FieldErrors, form } from '@/lib/base/forms/form'
import { isUuid } from '@/lib/base/forms/uuid'
import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { confirmedMeanwhile, listToConfirm } from './to-confirm'

/** Why somebody does not confirm. `app.consent_confirmations.reason` holds the same codes. */
export const NOT_CONFIRMED_FOR = [
  'SOMEBODY_TO_ASK',
  'NOT_IN_INTEREST',
  'TOO_LITTLE_KNOWN',
  'PERSON_CAN_ANSWER',
  'NOT_URGENT',
] as const

export const confirmForm = form({
  noun: 'consents',
  fields: {
    says: choice(['YES', 'NO']),
    /** Why not; a yes has none. */
    unconfirmedFor: {
      kind: 'choice' as const,
      as: 'select' as const,
      values: NOT_CONFIRMED_FOR,
      schema: z.union([z.literal(''), z.enum(NOT_CONFIRMED_FOR)], { error: 'not-a-code' }).default(''),
    },
    /** The referral of the queue from whose panel it is confirmed: the answer leads back there. */
    item: carried(z.union([z.literal(''), z.uuid()], { error: 'not-a-code' }).default('')),
  },
  check: ({ says, unconfirmedFor }): FieldErrors =>
    says === 'NO' && unconfirmedFor === ''
      ? { unconfirmedFor: 'required' }
      : says === 'YES' && unconfirmedFor !== ''
        ? { unconfirmedFor: 'only-no' }
        : {},
})

const toConfirm = [{ href: '/confirmations', label: 'consents.to-confirm.back' as const }]

/**
 * Somebody other than who recorded it confirms an answer themselves: a supervisor for a child's best interests, a second
 * casework colleague of any office for a danger to life. A no recalls what left on it, and is never the person's. Out of reach and not there are the same.
 */
export const confirmConsent = verb({
  name: 'consent.confirm',
  session: 'staff',
  roles: caseRoles,
  form: confirmForm,
  page: ({ id }) => `/confirmations/${id}`,
  scope: async (ctx, { id }) =>
    isUuid(id)
      ? ((await listToConfirm(ctx)).find((row) => row.id === id) ?? (await confirmedMeanwhile(ctx, id)))
      : undefined,
  policy: (_, row) => ('by' in row ? denied('already-confirmed') : allowed),
  overtaken: async (_, row) =>
    'by' in row
      ? { by: row.by, at: row.at, now: `consents.confirmed.${row.says}`, links: toConfirm }
      : undefined,
  audit: ({ id = '' }) => ({ type: 'consent', id }),
  apply: async ({ tx }, row, { says, item, unconfirmedFor }) => {
    if ('by' in row) return { conflict: true }
    const { id, kind } = row
    await tx.execute(sql`select app.confirm_consent(${id}::uuid, ${says}, ${unconfirmedFor || null})`)
    return {
      location: item ? `/queue?item=${item}` : '/confirmations?done=1',
      id,
      detail: { says, kind, reason: unconfirmedFor },
    }
  },
})
