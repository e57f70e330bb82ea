import type { Writes } from '@/lib/platform/db/writes/writes'

/** An answer is written once and never rewritten; it can only end, now. */
export const consentWrites: Writes = {
  table: 'app.consents',
  writes: [
    {
      op: 'INSERT',
      by: ['lead', 'member'],
      must: { recorded_by: 'me', withdrawn_at: 'null', version: '=1' },
      may: {
        id: 'any',
        // Of this moment, or of the first page of its draft: `app.consent_is_theirs` says which.
        given_at: 'any',
        case_id: 'any',
        office_id: 'any',
        sensitivity: 'any',
        purpose: 'any',
        partner_code: 'any',
        service: 'any',
        status: 'any',
        mode: 'any',
        giver: 'any',
        language: 'any',
        wording_version: 'any',
        legal_basis: 'any',
        facts: 'any',
        expires_on: 'any',
        second_person_id: 'null',
        rule: 'any',
        reason: 'any',
        situation: 'any',
        confirm_by: 'any',
        needs_review: 'null',
        key_id: 'any',
        detail: 'any',
      },
    },
    {
      op: 'UPDATE',
      by: ['lead', 'member'],
      must: { status: '=WITHDRAWN', withdrawn_at: 'first', version: 'next' },
    },
  ],
}
