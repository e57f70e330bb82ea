import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { isChildSafely } from '@/lib/base/time/age-on'
import { isoDayOf } from '@/lib/base/time/days'
import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { CONSENT_SETTINGS } from '@/lib/casework/consents/rule-book'
import { birthOf } from '@/lib/casework/people/birth'
import { peopleOf, principalOf } from '@/lib/casework/people/queries'
import { caseRoles } from '@/lib/platform/access/roles'
import { nameOf } from '@/lib/platform/gate/overtaken'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { mintKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { asBytes } from './as-bytes'
import { offerForm } from './form'
import { mayOffer } from './may-offer'
import { notePlace } from './note-place'
import { caseToOffer } from './offer-in-reach'

/** Whether the person of the case is, or may be, a child today. */
async function isOfAChild(ctx: Ctx, caseId: string): Promise<boolean> {
  const person = principalOf(await peopleOf(ctx, caseId))
  return (
    person !== undefined &&
    isChildSafely(birthOf(person), isoDayOf(ctx.actor.now), CONSENT_SETTINGS.adult_from)
  )
}

/** `done`; `moved`: somebody was quicker; `pending`: an offer waits; `office`: nobody there can take it; `yours`: not this session's. */
type Came = 'done' | 'moved' | 'pending' | 'office' | 'yours'

/**
 * The lead or a supervisor offers the case to another office. Nothing changes until somebody there accepts; the word is
 * sealed with a key of its own, which whoever is asked opens while the offer waits.
 */
export const offerToOffice = verb({
  name: 'case.offer-transfer',
  session: 'staff',
  roles: caseRoles,
  form: offerForm,
  page: ({ code }) => `/cases/${code}/transfer`,
  scope: (ctx, { code }) => caseToOffer(ctx, code, true),
  policy: (actor, found) => mayOffer(actor, found),
  version: ({ record }) => record.version,
  overtaken: async (ctx, { record }, reason) =>
    reason === 'transfer-waits'
      ? {
          by: await nameOf(ctx.tx, null),
          at: null,
          now: 'transfers.state.OFFERED',
          links: [{ href: `/cases/${record.code}`, label: 'forms.overtaken-open' }],
        }
      : overtakenCase(ctx, record, reason),
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.record.id ?? null }),
  apply: async (ctx, { record }, { to, transferReason, said, word }) => {
    const { tx } = ctx
    if (said === 'TOO_YOUNG' && !(await isOfAChild(ctx, record.id)))
      return { invalid: { said: 'not-a-child' } }
    const { id: caseId, officeId, sensitivity, code, version } = record
    const id = randomUUID()
    const { key, row } = mintKey({ scope: 'TRANSFER', transferId: id, caseId, officeId, sensitivity })
    const note = seal(key, notePlace(id), word)
    const [answer] = await tx.execute<{
      came: Came
    }>(sql`select app.offer_to_office(${id}::uuid, ${caseId}::uuid, ${version},
      ${to.office}, ${to.supervisor}::uuid, ${transferReason}, ${said}, ${key.id}::uuid, ${asBytes(row.wrapped)}, ${asBytes(note)}) as came`)
    if (answer?.came === 'office') return { invalid: { to: 'not-a-code' } }
    return answer?.came === 'done'
      ? {
          location: `/cases/${code}?done=transfer-offered`,
          id: code,
          detail: { reason: transferReason, office: to.office, told: said },
        }
      : { conflict: true }
  },
})
