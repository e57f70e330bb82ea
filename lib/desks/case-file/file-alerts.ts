import { type SQL, sql } from 'drizzle-orm'
import { type AlertIdentity, identityPlace } from '@/lib/casework/alerts/identity'
import { unwrap } from '@/lib/platform/vault/keys'
import { unsealJson } from '@/lib/platform/vault/seal'

/** An alert as it stays on its case: who was seen, what was said about contact, by whom, and its own clock. */
export type FileAlert = {
  id: string
  code: string
  state: string
  urgency: string
  raisedAt: string
  triagedAt: string | null
  by: string
  place: string
  seenOn: string
  sex: string
  age: number
  ageEstimated: boolean
  nationality: string
  contactAgreed: string
  vulnerabilities: string[]
  /** The raiser's words on how to reach the person; empty when nothing was written. */
  words: string
}
export type SealedAlert = Omit<FileAlert, 'words'> & {
  keyId: string
  wrapped: string | null
  sealed: string
}

/** The alerts of one case as JSON, newest first; null where it has none. */
export const alertsJson = (
  caseId: string,
): SQL => sql`(select json_agg(json_build_object('id', a.id, 'code', a.code,
    'state', a.state, 'urgency', a.urgency, 'raisedAt', a.raised_at, 'triagedAt', a.triaged_at, 'by', u.name,
    'place', coalesce(a.flow_point, a.agency), 'seenOn', a.seen_on, 'sex', a.sex, 'age', a.age, 'ageEstimated', a.age_estimated,
    'nationality', a.nationality, 'contactAgreed', a.contact_agreed, 'vulnerabilities', a.vulnerabilities,
    'keyId', a.key_id, 'wrapped', replace(encode(k.wrapped, 'base64'), E'\n', ''),
    'sealed', replace(encode(a.identity, 'base64'), E'\n', '')) order by a.raised_at desc)
  from app.alerts a join access.users u on u.id = a.raised_by
    left join vault.keys k on k.id = a.key_id where a.case_id = ${caseId})`

/** Only the words on how to reach the person are opened: names stand in the case's own person. */
export function openedAlert({ keyId, wrapped, sealed, ...alert }: SealedAlert): FileAlert {
  if (!wrapped) return { ...alert, words: '' }
  const key = unwrap({ id: keyId, wrapped: Buffer.from(wrapped, 'base64') })
  const place = identityPlace(alert.id)
  return { ...alert, words: unsealJson<AlertIdentity>(key, place, Buffer.from(sealed, 'base64')).safeContact }
}
