import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { overtakenCase } from '@/lib/casework/cases/overtaken'
import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { mintKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { asBytes } from './as-bytes'
import { agencyForm } from './form'
import { mayOffer } from './may-offer'
import { notePlace } from './note-place'
import { caseToOffer } from './offer-in-reach'

/** `agreed`: the person's word does not carry it; `office`: no agreement on sharing with that agency is in force. */
type Came = 'done' | 'moved' | 'pending' | 'agreed' | 'office' | 'yours'
const PROBLEMS: Partial<Record<Came, string>> = { agreed: 'not-agreed', office: 'no-agreement' }

/** The lead or a supervisor offers the case to another agency, on the person's own consent to that. Nothing leaves yet. */
export const offerToAgency = verb({
  name: 'case.offer-to-agency',
  session: 'staff',
  roles: caseRoles,
  form: agencyForm,
  page: ({ code }) => `/cases/${code}/transfer/agency`,
  scope: (ctx, { code }) => caseToOffer(ctx, code, true),
  policy: (actor, found) => mayOffer(actor, found),
  version: ({ record }) => record.version,
  overtaken: (ctx, { record }, reason) => overtakenCase(ctx, record, reason),
  audit: ({ code = '' }, found) => ({ type: 'case', id: code, caseId: found?.record.id ?? null }),
  apply: async ({ tx }, { record }, { consent, transferReason, word }) => {
    const { id: caseId, officeId, sensitivity, code, version } = record
    const id = randomUUID()
    const { key, row } = mintKey({ scope: 'TRANSFER', transferId: id, caseId, officeId, sensitivity })
    const note = seal(key, notePlace(id), word)
    const [answer] = await tx.execute<{
      came: Came
    }>(sql`select app.offer_to_agency(${id}::uuid, ${caseId}::uuid, ${version},
      ${consent}::uuid, ${transferReason}, ${key.id}::uuid, ${asBytes(row.wrapped)}, ${asBytes(note)}) as came`)
    const came = answer?.came ?? 'yours'
    const problem = PROBLEMS[came]
    if (problem) return { invalid: { consent: problem } }
    return came === 'done'
      ? { location: `/cases/${code}?done=transfer-offered`, id: code, detail: { reason: transferReason } }
      : { conflict: true }
  },
})
