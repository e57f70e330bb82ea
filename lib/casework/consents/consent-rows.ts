import type { ConsentRow } from './cover'
import type { ConsentStatus } from './states'

type Confirmed = { by: string; name: string; role: string; says: 'YES' | 'NO'; at: string }

/** A consent as SQL hands it over in JSON: instants and days are text. */
export type ConsentJson = Omit<ConsentRow, 'givenAt' | 'withdrawnAt' | 'confirmation'> & {
  givenAt: string
  withdrawnAt: string | null
  confirmation: Confirmed | null
  mode: string | null
  language: string | null
}

/** Who confirmed the consent of this id, themselves, as JSON; nothing while nobody has. */
export const confirmationJson = (id: 'c.id' | 'consents.id') => `(select json_build_object('by', f.by_id,
  'name', (select b.name from access.users b where b.id = f.by_id), 'role', f.by_role, 'says', f.says, 'at', f.at)
  from app.consent_confirmations f where f.consent_id = ${id})`

/** Whether `app.consents c` still waits for the word of somebody else: nothing that rests on it is approved before. */
export const waitsForWord = `((c.confirm_by is not null or c.status = 'NOT_POSSIBLE') and not exists (
  select from app.consent_confirmations f where f.consent_id = c.id and f.says = 'YES'))`

/** The JSON of `app.consents c`, for `json_agg`. Column names only: nothing of the request goes in. */
export const consentJson = `json_build_object('id', c.id, 'purpose', c.purpose, 'partner', c.partner_code,
  'service', c.service, 'status', c.status, 'legalBasis', c.legal_basis, 'facts', c.facts, 'recordedBy', c.recorded_by,
  'givenAt', c.given_at, 'expiresOn', c.expires_on, 'withdrawnAt', c.withdrawn_at, 'mode', c.mode,
  'language', c.language, 'giver', c.giver,
  'reason', c.reason, 'situation', c.situation, 'needsReview', c.needs_review, 'confirmBy', c.confirm_by,
  'confirmation', ${confirmationJson('c.id')})`

/** A row with how it was answered, and in which language. */
export type SaidConsent = ConsentRow & { mode: string | null; language: string | null }

export const consentRow = (json: ConsentJson): SaidConsent => ({
  ...json,
  status: json.status as ConsentStatus,
  givenAt: new Date(json.givenAt),
  withdrawnAt: json.withdrawnAt === null ? null : new Date(json.withdrawnAt),
  confirmation: confirmationOf(json.confirmation),
})

export const confirmationOf = (json: Confirmed | null): ConsentRow['confirmation'] =>
  json && { ...json, at: new Date(json.at) }
