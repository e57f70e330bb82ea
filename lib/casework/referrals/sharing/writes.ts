import type { Columns, Writes } from '@/lib/platform/db/writes/writes'

/** What leaves is sealed now, by the team; from then on it can only end. */
export const shareWrites: Writes = {
  table: 'app.shares',
  writes: [
    {
      op: 'INSERT',
      by: ['lead', 'member'],
      must: { sealed_at: 'now', ended_at: 'null' },
      may: {
        id: 'any',
        referral_id: 'any',
        case_id: 'any',
        office_id: 'any',
        sensitivity: 'any',
        partner_code: 'any',
        consent_id: 'any',
        stage: 'any',
        key_id: 'any',
        payload: 'any',
      },
    },
    { op: 'UPDATE', by: ['lead', 'member', 'supervisor'], must: { ended_at: 'first' } },
  ],
}

const message: Columns = { id: 'any', referral_id: 'any', key_id: 'any', body: 'any' }

/** In one's own name, now, for one's own side. */
export const messageWrites: Writes = {
  table: 'app.referral_messages',
  writes: [
    {
      op: 'INSERT',
      by: ['lead', 'member', 'supervisor'],
      must: { author_id: 'me', at: 'now', party: '=team' },
      may: message,
    },
    { op: 'INSERT', by: ['partner'], must: { author_id: 'me', at: 'now', party: '=partner' }, may: message },
  ],
}

export const verificationWrites: Writes = {
  table: 'app.verifications',
  writes: [
    {
      op: 'INSERT',
      by: ['lead', 'member'],
      must: { asked_by: 'me' },
      may: {
        referral_id: 'any',
        received: 'any',
        satisfied: 'any',
        harm: 'null',
        wanted: 'any',
        id: 'any',
        asked_on: 'any',
        key_id: 'any',
        note: 'any',
      },
    },
  ],
}
