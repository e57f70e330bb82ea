import type { ConsentRow } from './cover'
import type { ConsentStatus } from './states'

/** A consent as SQL hands it over in JSON: instants and days are text. */
export type ConsentJson = Omit<ConsentRow, 'givenAt' | 'withdrawnAt'> & {
  givenAt: string
  withdrawnAt: string | null
  mode: string | null
  giver: string
}

/** The JSON of `app.consents c`, for `json_agg`. Column names only: nothing of the request goes in. */
export const consentJson = `json_build_object('id', c.id, 'purpose', c.purpose, 'partner', c.partner_code,
  'service', c.service, 'status', c.status, 'legalBasis', c.legal_basis, 'facts', c.facts, 'recordedBy', c.recorded_by,
  'secondPerson', c.second_person_id, 'givenAt', c.given_at, 'expiresOn', c.expires_on, 'withdrawnAt', c.withdrawn_at,
  'mode', c.mode, 'giver', c.giver)`

export const consentRow = (json: ConsentJson): ConsentRow => ({
  ...json,
  status: json.status as ConsentStatus,
  givenAt: new Date(json.givenAt),
  withdrawnAt: json.withdrawnAt === null ? null : new Date(json.withdrawnAt),
})
